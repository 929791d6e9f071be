import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Where a bench's data lies: at what `--data` names, or below it, since people name the folder of all data as well.
 *
 * @param path of the data below that folder: "pages/article-extraction"
 * @returns `data` itself where nothing of the path is below it
 */
export function placeIn(data: string, path: string): string {
  const parts = path.split('/')
  const places = parts.map((_, at) => join(data, ...parts.slice(at)))
  return places.find((place) => existsSync(place)) ?? data
}
