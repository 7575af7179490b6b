CREATE TABLE "erasures" (
	"attempt_id" uuid PRIMARY KEY NOT NULL,
	"requested_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone NOT NULL,
	"done_by" text
);
--> statement-breakpoint
CREATE TABLE "feedback_comments" (
	"attempt_id" uuid NOT NULL,
	"challenge" text NOT NULL,
	"criterion" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "feedback_comments_attempt_id_challenge_criterion_pk" PRIMARY KEY("attempt_id","challenge","criterion")
);
--> statement-breakpoint
CREATE TABLE "feedback" (
	"attempt_id" uuid PRIMARY KEY NOT NULL,
	"message" text NOT NULL,
	"released_at" timestamp (3) with time zone NOT NULL,
	"released_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attempt_events" (
	"attempt_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"challenge" text,
	"path" text,
	"length" integer,
	"from_here" boolean,
	"steps" integer,
	CONSTRAINT "attempt_events_attempt_id_id_pk" PRIMARY KEY("attempt_id","id")
);
--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "retention_days" integer DEFAULT 180 NOT NULL;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "feedback" json DEFAULT '{"behaviours":true,"comments":true,"writeUp":false}'::json NOT NULL;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_comments" ADD CONSTRAINT "feedback_comments_attempt_id_feedback_attempt_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."feedback"("attempt_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_released_by_users_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_events" ADD CONSTRAINT "attempt_events_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "erasures_due_at_index" ON "erasures" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "attempt_events_attempt_id_at_index" ON "attempt_events" USING btree ("attempt_id","at");