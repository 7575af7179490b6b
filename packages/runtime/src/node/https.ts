/** `node:https`: requests to the services of the run's network; what a server would need is not there. */
import { Agent, ClientRequest, createClient } from '#node/http/ClientRequest.ts';
import { unavailable } from './unavailable.ts';

const { get, request } = createClient('https:');

export default unavailable('node:https', {
  Agent,
  ClientRequest,
  get,
  globalAgent: new Agent(),
  request,
});
