CREATE TABLE "workspace_snapshots" (
	"attempt_id" uuid NOT NULL,
	"challenge" text NOT NULL,
	"seq" integer NOT NULL,
	"log_bytes" integer NOT NULL,
	"owners" json NOT NULL,
	"state" "bytea" NOT NULL,
	CONSTRAINT "workspace_snapshots_attempt_id_challenge_pk" PRIMARY KEY("attempt_id","challenge")
);
--> statement-breakpoint
ALTER TABLE "workspace_updates" ADD COLUMN "count" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace_snapshots" ADD CONSTRAINT "workspace_snapshots_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;