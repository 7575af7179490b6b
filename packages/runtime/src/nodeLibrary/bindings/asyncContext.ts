/** `internalBinding('async_context_frame')`: the frame of the code that runs, kept by `#time/asyncContext.ts`. */
import { currentFrame, setFrame } from '#time/asyncContext.ts';

export const asyncContextBinding = {
  getContinuationPreservedEmbedderData: currentFrame,
  setContinuationPreservedEmbedderData: setFrame,
};
