CREATE TABLE "documents" (
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"attempt_id" uuid,
	"session_id" uuid,
	CONSTRAINT "documents_owner_id_name_pk" PRIMARY KEY("owner_id","name"),
	CONSTRAINT "documents_one_owner" CHECK ("documents"."owner_id" = coalesce("documents"."attempt_id", "documents"."session_id") and num_nonnulls("documents"."attempt_id", "documents"."session_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "live_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "live_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"session_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"participant_id" uuid,
	"detail" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "live_participants" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"colour" text NOT NULL,
	"member_id" text,
	"token_hash" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"admitted_at" timestamp (3) with time zone,
	"refused_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	"frozen" boolean DEFAULT false NOT NULL,
	CONSTRAINT "live_participants_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "live_participants_sessionId_memberId_unique" UNIQUE("session_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "live_sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"title" text NOT NULL,
	"minutes" integer NOT NULL,
	"state" text DEFAULT 'prepared' NOT NULL,
	"challenge_hash" text,
	"attempt_id" uuid,
	"submission_id" uuid,
	"plan" json NOT NULL,
	"prepared" json NOT NULL,
	"locked" json DEFAULT '[]'::json NOT NULL,
	"focus_started_at" timestamp (3) with time zone,
	"focus_ends_at" timestamp (3) with time zone,
	"focus_asked" integer,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_session_id_live_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."live_sessions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "live_events" ADD CONSTRAINT "live_events_session_id_live_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."live_sessions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "live_events" ADD CONSTRAINT "live_events_participant_id_live_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."live_participants"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "live_participants" ADD CONSTRAINT "live_participants_session_id_live_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."live_sessions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "live_participants" ADD CONSTRAINT "live_participants_member_id_users_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_challenge_hash_challenge_versions_hash_fk" FOREIGN KEY ("challenge_hash") REFERENCES "public"."challenge_versions"("hash") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- The logs of workspaces become logs of documents, row by row as they are: nothing is rewritten.
INSERT INTO "documents" ("owner_id", "name", "attempt_id") SELECT DISTINCT "attempt_id", "challenge", "attempt_id" FROM "workspace_updates" UNION SELECT "attempt_id", "challenge", "attempt_id" FROM "workspace_snapshots";
--> statement-breakpoint
ALTER TABLE "workspace_updates" RENAME TO "document_updates";
--> statement-breakpoint
ALTER TABLE "document_updates" RENAME COLUMN "attempt_id" TO "owner_id";
--> statement-breakpoint
ALTER TABLE "document_updates" RENAME COLUMN "challenge" TO "name";
--> statement-breakpoint
ALTER TABLE "document_updates" RENAME CONSTRAINT "workspace_updates_attempt_id_challenge_seq_pk" TO "document_updates_owner_id_name_seq_pk";
--> statement-breakpoint
ALTER TABLE "document_updates" DROP CONSTRAINT "workspace_updates_attempt_id_attempts_id_fk";
--> statement-breakpoint
ALTER TABLE "document_updates" ADD CONSTRAINT "document_updates_document_fk" FOREIGN KEY ("owner_id","name") REFERENCES "public"."documents"("owner_id","name") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "workspace_snapshots" RENAME TO "document_snapshots";
--> statement-breakpoint
ALTER TABLE "document_snapshots" RENAME COLUMN "attempt_id" TO "owner_id";
--> statement-breakpoint
ALTER TABLE "document_snapshots" RENAME COLUMN "challenge" TO "name";
--> statement-breakpoint
ALTER TABLE "document_snapshots" RENAME CONSTRAINT "workspace_snapshots_attempt_id_challenge_pk" TO "document_snapshots_owner_id_name_pk";
--> statement-breakpoint
ALTER TABLE "document_snapshots" DROP CONSTRAINT "workspace_snapshots_attempt_id_attempts_id_fk";
--> statement-breakpoint
ALTER TABLE "document_snapshots" ADD CONSTRAINT "document_snapshots_document_fk" FOREIGN KEY ("owner_id","name") REFERENCES "public"."documents"("owner_id","name") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "documents_attempt_id_index" ON "documents" USING btree ("attempt_id");
--> statement-breakpoint
CREATE INDEX "documents_session_id_index" ON "documents" USING btree ("session_id");
--> statement-breakpoint
CREATE INDEX "live_events_session_id_id_index" ON "live_events" USING btree ("session_id","id");
--> statement-breakpoint
CREATE INDEX "live_participants_session_id_index" ON "live_participants" USING btree ("session_id");
--> statement-breakpoint
CREATE INDEX "live_sessions_created_at_index" ON "live_sessions" USING btree ("created_at");
--> statement-breakpoint
CREATE INDEX "live_sessions_attempt_id_index" ON "live_sessions" USING btree ("attempt_id");