CREATE TABLE "live_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "live_runs_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"session_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"suite" text,
	"audience" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"seed" integer NOT NULL,
	"code_seq" integer NOT NULL,
	"files" json,
	"steps" json,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"cancelled_by" uuid,
	"verdict" json,
	"passed" integer,
	"total" integer,
	"exploration" json
);
--> statement-breakpoint
ALTER TABLE "live_runs" ADD CONSTRAINT "live_runs_session_id_live_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."live_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_runs" ADD CONSTRAINT "live_runs_participant_id_live_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."live_participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_runs" ADD CONSTRAINT "live_runs_cancelled_by_live_participants_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."live_participants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "live_runs_session_id_seq_index" ON "live_runs" USING btree ("session_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "live_runs_one_unfinished" ON "live_runs" USING btree ("session_id","audience") WHERE "live_runs"."state" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "live_runs_unfinished" ON "live_runs" USING btree ("asked_at") WHERE "live_runs"."state" in ('queued', 'running');