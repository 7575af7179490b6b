CREATE TABLE "live_scorecard_scores" (
	"scorecard_id" uuid NOT NULL,
	"criterion" text NOT NULL,
	"level" integer,
	"unobserved" boolean NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "live_scorecard_scores_scorecard_id_criterion_pk" PRIMARY KEY("scorecard_id","criterion")
);
--> statement-breakpoint
CREATE TABLE "live_scorecards" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"recommendation" text,
	"summary" text DEFAULT '' NOT NULL,
	"criteria" json,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	CONSTRAINT "live_scorecards_one_each" UNIQUE("session_id","participant_id")
);
--> statement-breakpoint
ALTER TABLE "live_scorecard_scores" ADD CONSTRAINT "live_scorecard_scores_scorecard_id_live_scorecards_id_fk" FOREIGN KEY ("scorecard_id") REFERENCES "public"."live_scorecards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_scorecards" ADD CONSTRAINT "live_scorecards_session_id_live_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."live_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_scorecards" ADD CONSTRAINT "live_scorecards_participant_id_live_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."live_participants"("id") ON DELETE cascade ON UPDATE no action;