import { expect, test } from 'vitest'
import { loadAssets } from './assets.ts'

const assets = loadAssets()

test('the style sheet names the fonts by their served addresses', () => {
  const css = Buffer.from(assets.at(assets.href('style.css'))?.bytes ?? []).toString()
  const named = [...css.matchAll(/url\("([^"]+)"\)/g)].map((match) => match[1] ?? '')
  expect(named).toEqual([assets.href('serif-latin.woff2'), assets.href('serif-latin-ext.woff2')])
})

test('an address that is none has no file', () => {
  expect(assets.at('/static/../create-site.ts')).toBeNull()
  expect(assets.at('/static/style.css')).toBeNull()
})
