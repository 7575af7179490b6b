import type { OpenAPI } from '@orpc/openapi';
import {
  isStaffRoute,
  policies,
  type RouteName,
  type TokenPolicy,
  tokenPolicies,
} from '#http/policies.ts';
import { describeResponses } from './describeResponses.ts';
import { tagOf } from './tags.ts';

/** An operation of the generated document with who may call it, from the policy table, and how it may fail. */
export function describeOperation(operation: OpenAPI.OperationObject): OpenAPI.OperationObject {
  const route = operation.operationId as RouteName;
  const paragraphs = [operation.description, describeAccess(route)];
  return {
    ...operation,
    tags: [tagOf(route)],
    description: paragraphs.filter((paragraph) => paragraph !== undefined).join('\n\n'),
    security: securityOf(route),
    responses: {
      ...describeResponses(operation.responses ?? {}),
      ...failuresOf(route, operation),
      default: { $ref: '#/components/responses/Failure' },
    },
  };
}

function describeAccess(route: RouteName): string {
  if (isStaffRoute(route)) {
    const roles = policies[route].map((role) => `${role}s`);
    return `**Who:** ${roles.join(', ')}. **Token:** ${describeToken(tokenPolicies[route])}.`;
  }
  switch (policies[route]) {
    case 'anyone':
      return '**Who:** everybody.';
    case 'candidate':
      return '**Who:** the candidate of this attempt.';
    case 'participant':
      return '**Who:** whoever holds a link to this session.';
  }
}

function describeToken(policy: TokenPolicy): string {
  if (policy === 'never') return 'none; a person has to be signed in';
  return policy === 'any' ? 'any' : `scope \`${policy}\``;
}

/** OpenAPI 3.1 lets every scheme name what it needs, as `roles`: here scopes. */
function securityOf(route: RouteName): OpenAPI.SecurityRequirementObject[] {
  if (isStaffRoute(route)) {
    const policy = tokenPolicies[route];
    if (policy === 'never') return [{ session: [] }];
    return [{ token: policy === 'any' ? [] : [policy] }, { session: [] }];
  }
  const policy = policies[route];
  return policy === 'anyone' ? [] : [{ [policy]: [] }];
}

/** Failures that the contract does not have to name, because they come before an action or are the same for all. */
function failuresOf(
  route: RouteName,
  { parameters = [], requestBody, responses = {} }: OpenAPI.OperationObject,
): OpenAPI.ResponsesObject {
  const isOpen = !isStaffRoute(route) && policies[route] === 'anyone';
  const failures: [code: string, name: string, applies: boolean][] = [
    ['400', 'BadRequest', parameters.length > 0 || requestBody !== undefined],
    ['401', 'Unauthorised', !isOpen],
    ['403', 'Forbidden', isStaffRoute(route)],
    [
      '404',
      'NotFound',
      parameters.some((parameter) => 'in' in parameter && parameter.in === 'path'),
    ],
    ['429', 'TooManyRequests', true],
  ];
  return Object.fromEntries(
    failures
      .filter(([code, , applies]) => applies && responses[code] === undefined)
      .map(([code, name]) => [code, { $ref: `#/components/responses/${name}` }]),
  );
}
