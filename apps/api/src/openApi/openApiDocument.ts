import * as http from '@assay/contracts/http';
import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { components } from './components.ts';
import { describeFields } from './describeFields.ts';
import { describeOperation } from './describeOperation.ts';
import { introduction } from './introduction.ts';
import { tags } from './tags.ts';
import { tidySchemas } from './tidySchemas.ts';

/** The contract's own schemas, by the names that programs know them by. */
const commonSchemas = Object.fromEntries(
  Object.entries(http).flatMap(([name, schema]) =>
    schema instanceof z.ZodType ? [[name, { schema, strategy: 'output' as const }]] : [],
  ),
);

/** The contract for programs of others, as OpenAPI 3.1: who may call what, with which scope, and what is answered. */
export async function makeOpenApiDocument(publicUrl: string): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const generated = await generator.generate(http.contract, {
    info: { title: 'Assay API', version: '1', description: introduction },
    servers: [{ url: `${publicUrl}/api` }],
    tags: [...tags],
    components,
    commonSchemas,
  });
  const document = describeFields(tidySchemas(generated));
  for (const item of Object.values(document.paths ?? {})) {
    for (const method of ['get', 'post', 'put', 'delete'] as const) {
      const operation = item?.[method];
      if (operation) Object.assign(operation, describeOperation(operation));
    }
  }
  return document;
}

/** `GET /api/openapi.json` */
export function openApiDocument(publicUrl: string): RequestHandler {
  let document: Promise<OpenAPI.Document> | undefined;
  return async (_request, response) => {
    document ??= makeOpenApiDocument(publicUrl);
    response.json(await document);
  };
}
