/**
 * Thrown by a handler that could not do its work for no fault of the job or the handler, as when its
 * process is stopping: the job is delivered again later, and nobody is told of a failure.
 */
export class DeliverAgain extends Error {
  override readonly name = 'DeliverAgain';
}
