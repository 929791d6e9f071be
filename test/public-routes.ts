import type { Hono } from 'hono'

/** A part of a route's path for which something is put in: `:id`, `:name{.+}`, `:page?`. */
const PARAMETER = /:\w+(?:\{[^}]*\})?\??/g

/** The paths of all pages that anybody may ask for: those of the desk and the static files are left out. */
export function publicRoutes(app: Hono): readonly string[] {
  const paths = app.routes.filter(({ method }) => method === 'GET' || method === 'ALL').map(({ path }) => path)
  return [...new Set(paths)].filter((path) => !/^\/(?:desk(?:\/|$)|static\/|\*$)/.test(path))
}

/** A route with each of `values` in each of its places: every address that it may be asked under. */
export function addressesOf(route: string, values: readonly string[]): readonly string[] {
  const [parameter] = route.match(PARAMETER) ?? []
  if (parameter === undefined) return [route]
  return values.flatMap((value) =>
    addressesOf(
      route.replace(parameter, () => encodeURIComponent(value)),
      values,
    ),
  )
}
