CREATE TABLE "roles" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"title" text NOT NULL,
	"organisation" text NOT NULL,
	"level" text NOT NULL,
	"skills" json NOT NULL,
	"sections" json NOT NULL,
	"description" text,
	"created_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assessment_challenges" ADD COLUMN "rubric" json;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "template_id" uuid;--> statement-breakpoint
UPDATE "assessments" SET "template_id" = "id";--> statement-breakpoint
ALTER TABLE "assessments" ALTER COLUMN "template_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "locked_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "assessments" SET "locked_at" = (SELECT min("created_at") FROM "attempts" WHERE "attempts"."assessment_id" = "assessments"."id");--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "created_by" text;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "role_id" uuid;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "paste" text DEFAULT 'allowed' NOT NULL;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "interview" json DEFAULT '{"sections":[]}'::json NOT NULL;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "changed_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "assessments" SET "changed_at" = "created_at";--> statement-breakpoint
ALTER TABLE "assessments" ALTER COLUMN "changed_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD COLUMN "assessment_id" uuid;--> statement-breakpoint
ALTER TABLE "roles" ADD CONSTRAINT "roles_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_role_id_roles_id_fk" FOREIGN KEY ("role_id") REFERENCES "public"."roles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD CONSTRAINT "live_sessions_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_one_of_each_version" UNIQUE("template_id","version");