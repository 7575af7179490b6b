CREATE TABLE "challenge_revisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "challenge_revisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"hash" text NOT NULL,
	"origin" text NOT NULL,
	"author_id" text,
	"note" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "challenges" (
	"slug" text PRIMARY KEY NOT NULL,
	"head_hash" text NOT NULL,
	"current_hash" text NOT NULL,
	"folder_hash" text
);
--> statement-breakpoint
CREATE TABLE "challenge_verifications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"hash" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"files" json,
	"report" json,
	"ok" boolean,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "challenge_versions" ADD COLUMN "source" json;--> statement-breakpoint
ALTER TABLE "challenge_revisions" ADD CONSTRAINT "challenge_revisions_slug_challenges_slug_fk" FOREIGN KEY ("slug") REFERENCES "public"."challenges"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_revisions" ADD CONSTRAINT "challenge_revisions_hash_challenge_versions_hash_fk" FOREIGN KEY ("hash") REFERENCES "public"."challenge_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_revisions" ADD CONSTRAINT "challenge_revisions_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_head_hash_challenge_versions_hash_fk" FOREIGN KEY ("head_hash") REFERENCES "public"."challenge_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_current_hash_challenge_versions_hash_fk" FOREIGN KEY ("current_hash") REFERENCES "public"."challenge_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_folder_hash_challenge_versions_hash_fk" FOREIGN KEY ("folder_hash") REFERENCES "public"."challenge_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_verifications" ADD CONSTRAINT "challenge_verifications_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "challenge_revisions_slug_id_index" ON "challenge_revisions" USING btree ("slug","id");--> statement-breakpoint
CREATE INDEX "challenge_verifications_hash_finished_at_index" ON "challenge_verifications" USING btree ("hash","finished_at");--> statement-breakpoint
CREATE UNIQUE INDEX "challenge_verifications_one_queued" ON "challenge_verifications" USING btree ("slug","requested_by") WHERE "challenge_verifications"."state" = 'queued';