/** Takes the README's picture anew: `node bin/node24.js scripts/picture.ts`. A sample article, as a browser shows it. */
import { openBrowser, openDesk, startServer } from '../test/browser-session.ts'

const FILE = 'docs/article.png'
const SIZE = { width: 1280, height: 960 }

const server = await startServer()
const browser = await openBrowser()
try {
  const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 1.5 })
  await openDesk(page, server)
  await page.getByRole('button', { name: 'Add the sample articles' }).click()
  await page.locator('.results a').first().click()
  await page.locator('.ledger summary').nth(1).click()
  await page.mouse.move(0, 0)
  await page.screenshot({ path: FILE })
  process.stdout.write(`${FILE}: written\n`)
} finally {
  await browser.close()
  await server.close()
}
