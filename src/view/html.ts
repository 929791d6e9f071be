import type { html } from 'hono/html'

/** Escaped HTML, as `html` of Hono makes it. Attributes have to be quoted in the template: Hono does not escape spaces. */
export type Html = ReturnType<typeof html>
