ALTER TABLE "live_scorecards" ALTER COLUMN "session_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "live_scorecards" ALTER COLUMN "participant_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "live_scorecards" ADD COLUMN "candidate_id" uuid;--> statement-breakpoint
ALTER TABLE "live_scorecards" ADD COLUMN "kit" text;--> statement-breakpoint
ALTER TABLE "live_scorecards" ADD COLUMN "author_id" text;--> statement-breakpoint
ALTER TABLE "live_scorecards" ADD CONSTRAINT "live_scorecards_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_scorecards" ADD CONSTRAINT "live_scorecards_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_scorecards" ADD CONSTRAINT "live_scorecards_one_each_kit" UNIQUE("candidate_id","kit","author_id");--> statement-breakpoint
ALTER TABLE "live_scorecards" ADD CONSTRAINT "live_scorecards_of_one_thing" CHECK (("live_scorecards"."session_id" is not null and "live_scorecards"."participant_id" is not null) <> ("live_scorecards"."candidate_id" is not null and "live_scorecards"."kit" is not null and "live_scorecards"."author_id" is not null));