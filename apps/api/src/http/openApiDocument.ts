import { contract } from '@assay/contracts/http';
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { RequestHandler } from 'express';

/** `GET /api/openapi.json`: the contract for programs of others, as OpenAPI 3.1. */
export function openApiDocument(publicUrl: string): RequestHandler {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  let document: Promise<unknown> | undefined;
  return async (_request, response) => {
    document ??= generator.generate(contract, {
      info: { title: 'Assay', version: '1' },
      servers: [{ url: `${publicUrl}/api` }],
    });
    response.json(await document);
  };
}
