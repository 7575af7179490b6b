CREATE TABLE "live_replay_shares" (
	"session_id" uuid NOT NULL,
	"member_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "live_replay_shares_session_id_member_id_pk" PRIMARY KEY("session_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "live_replay_shares" ADD CONSTRAINT "live_replay_shares_session_id_live_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."live_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_replay_shares" ADD CONSTRAINT "live_replay_shares_member_id_users_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "live_replay_shares_member_id_index" ON "live_replay_shares" USING btree ("member_id");