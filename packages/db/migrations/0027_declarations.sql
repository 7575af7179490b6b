CREATE TABLE "declarations" (
	"key" text NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	"month" date NOT NULL,
	"kept_until" date NOT NULL,
	CONSTRAINT "declarations_key_question_pk" PRIMARY KEY("key","question")
);
--> statement-breakpoint
CREATE INDEX "declarations_kept_until_index" ON "declarations" USING btree ("kept_until");