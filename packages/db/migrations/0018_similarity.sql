CREATE TABLE "compared_works" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "compared_works_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"challenge" text NOT NULL,
	"submission_id" uuid,
	"attempt_id" uuid,
	"known" text,
	"known_files" json,
	"version" integer DEFAULT 0 NOT NULL,
	"own" integer DEFAULT 0 NOT NULL,
	"given" integer DEFAULT 0 NOT NULL,
	"frequent" integer DEFAULT 0 NOT NULL,
	"unread" integer DEFAULT 0 NOT NULL,
	"compared_at" timestamp (3) with time zone,
	"compared_with" integer,
	CONSTRAINT "compared_works_one_kind" CHECK (("compared_works"."submission_id" is null) = ("compared_works"."known" is not null) and ("compared_works"."submission_id" is null) = ("compared_works"."attempt_id" is null))
);
--> statement-breakpoint
CREATE TABLE "fingerprints" (
	"challenge" text NOT NULL,
	"hash" integer NOT NULL,
	"work_id" integer NOT NULL,
	CONSTRAINT "fingerprints_challenge_hash_work_id_pk" PRIMARY KEY("challenge","hash","work_id")
);
--> statement-breakpoint
CREATE TABLE "similar_pairs" (
	"first_id" integer NOT NULL,
	"second_id" integer NOT NULL,
	"shared" integer NOT NULL,
	"percent" integer NOT NULL,
	CONSTRAINT "similar_pairs_first_id_second_id_pk" PRIMARY KEY("first_id","second_id")
);
--> statement-breakpoint
ALTER TABLE "compared_works" ADD CONSTRAINT "compared_works_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compared_works" ADD CONSTRAINT "compared_works_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fingerprints" ADD CONSTRAINT "fingerprints_work_id_compared_works_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."compared_works"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "similar_pairs" ADD CONSTRAINT "similar_pairs_first_id_compared_works_id_fk" FOREIGN KEY ("first_id") REFERENCES "public"."compared_works"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "similar_pairs" ADD CONSTRAINT "similar_pairs_second_id_compared_works_id_fk" FOREIGN KEY ("second_id") REFERENCES "public"."compared_works"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "compared_works_submission" ON "compared_works" USING btree ("submission_id");--> statement-breakpoint
CREATE UNIQUE INDEX "compared_works_known" ON "compared_works" USING btree ("challenge","known");--> statement-breakpoint
CREATE INDEX "compared_works_attempt_id_index" ON "compared_works" USING btree ("attempt_id");--> statement-breakpoint
CREATE INDEX "fingerprints_work" ON "fingerprints" USING btree ("work_id");--> statement-breakpoint
CREATE INDEX "similar_pairs_second_id_index" ON "similar_pairs" USING btree ("second_id");