ALTER TABLE "verdicts" ADD COLUMN "outcomes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
-- Texts that a solution printed may hold what PostgreSQL cannot read in JSON, U+0000 and lone surrogates; no name of a test needs them.
UPDATE "verdicts" SET "outcomes" = coalesce((
	SELECT jsonb_agg(jsonb_build_object('name', test ->> 'name', 'status', test ->> 'status') ORDER BY place)
	FROM json_array_elements(regexp_replace("verdict"::text, '\\u(0000|d[89a-f][0-9a-f]{2})', '\\ufffd', 'gi')::json -> 'tests') WITH ORDINALITY AS tests (test, place)
	WHERE test ->> 'suite' = 'hidden' AND test ->> 'own' IS NULL
), '[]'::jsonb);
