/** Registered before the library's `internal/url` is loaded, which asks for it. */
import { registerBinding } from '#nodeLibrary/bindings/index.ts';
import { urlBinding } from '#nodeLibrary/bindings/url.ts';

registerBinding('url', urlBinding);
