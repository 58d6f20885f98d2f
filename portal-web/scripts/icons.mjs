// Draws the PNG icons from public/icon.svg; run by hand when the icon changes, the results are kept.
import { chromium } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'public')
const icon = await readFile(join(folder, 'icon.svg'), 'utf8')
const browser = await chromium.launch({
  executablePath: process.env.JINLIN_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
await draw('icon-192.png', 192, icon)
await draw('icon-512.png', 512, icon)
// A maskable icon is cut to any shape: square corners, the drawing within the inner four fifths.
const inner = icon.replace(/rx="\d+" /, '').replaceAll(/(<g |<circle )/g, '$1transform="translate(51 51) scale(0.8)" ')
await draw('icon-maskable-512.png', 512, inner)
await browser.close()

async function draw(name, size, svg) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<body style="margin:0">${svg.replace('<svg ', `<svg width="${size}" height="${size}" style="display:block" `)}`)
  await page.screenshot({ path: join(folder, name), omitBackground: true })
  await page.close()
}
