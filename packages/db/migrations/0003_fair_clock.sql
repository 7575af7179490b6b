CREATE TABLE "api_nodes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"beat_at" timestamp (3) with time zone NOT NULL,
	"stopped_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "candidate_connections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"attempt_id" uuid NOT NULL,
	"node_id" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text
);
--> statement-breakpoint
CREATE TABLE "outages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "outages_fromAt_unique" UNIQUE("from_at")
);
--> statement-breakpoint
CREATE TABLE "time_credits" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"attempt_id" uuid NOT NULL,
	"source" text NOT NULL,
	"cause" text NOT NULL,
	"from_at" timestamp (3) with time zone,
	"to_at" timestamp (3) with time zone,
	"extra_ms" integer,
	"challenge" text,
	"reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "time_credits_attemptId_source_unique" UNIQUE("attempt_id","source")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"attempt_id" uuid NOT NULL,
	"member_id" text,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assessment_challenges" ADD COLUMN "minutes" integer;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "clock_mode" text DEFAULT 'total' NOT NULL;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "ai_assistants" text DEFAULT 'not_allowed' NOT NULL;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "documentation" text DEFAULT 'allowed' NOT NULL;--> statement-breakpoint
ALTER TABLE "attempt_challenges" ADD COLUMN "minutes" integer;--> statement-breakpoint
ALTER TABLE "attempt_challenges" ADD COLUMN "started_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "attempt_challenges" ADD COLUMN "deadline" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "attempt_challenges" ADD COLUMN "finished_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "time_percent" integer DEFAULT 100 NOT NULL;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "withdrawn_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "candidate_connections" ADD CONSTRAINT "candidate_connections_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_credits" ADD CONSTRAINT "time_credits_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_member_id_users_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "candidate_connections_attempt_id_opened_at_index" ON "candidate_connections" USING btree ("attempt_id","opened_at");--> statement-breakpoint
CREATE INDEX "messages_attempt_id_created_at_index" ON "messages" USING btree ("attempt_id","created_at");