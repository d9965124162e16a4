import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../../helpers/free-port.ts'
import { newcomer, newcomerObstacle, type Newcomer } from '../../helpers/newcomer.ts'
import { runtimePlace } from '../../helpers/runtime-mirror.ts'

// `npm run e2e`, the last part of `npm test`, on machines that lack a browser, a runtime or a screen.

const obstacle = newcomerObstacle()
if (obstacle !== null) console.warn(`Left out: npm run e2e of a newcomer; ${obstacle}.`)

describe.skipIf(obstacle !== null)('npm run e2e', () => {
  const screen = { DISPLAY: ':7' }
  let person: Newcomer

  beforeAll(async () => {
    person = newcomer()
  })
  afterAll(() => person.remove())

  test('no browser, and none to be had: said without a stack', async () => {
    const node = join(person.project, 'node_modules', '.bin', 'node')
    const run = person.runs(`PATH='${person.bin}' '${node}' scripts/e2e.ts`, {
      env: {
        PLAYWRIGHT_BROWSERS_PATH: join(person.home, 'trình duyệt'),
        PLAYWRIGHT_DOWNLOAD_HOST: `http://127.0.0.1:${await freePort()}`,
      },
    })
    expect(await run.ended).toBe(1)
    expect(run.output()).toContain('đang thử: npx playwright install chromium')
    expect(run.output()).toContain('Không chạy kiểm thử được: không có Chromium hay Google Chrome. Cài một trong hai')
    expect(run.output()).not.toMatch(/^\s+at |Unhandled|Error/m)
  })

  test('runs the specs in the window where the runtime is there and a window can open, and says why not', async () => {
    person.replace('node_modules/@playwright/test/cli.js', 'console.log(`[${process.env.OCOP_ELECTRON}]`)')
    const browser = { OCOP_BROWSER: '/bin/sh' }
    const runs = (env: Readonly<Record<string, string>>) => person.runs('npm run e2e', { env })
    const absent = runs({ ...browser, ...screen })
    await absent.says(/Bỏ qua dự án "electron": chưa có bộ chạy Electron \(tải bằng: npm run runtime\)/)
    await absent.says(/\[\]/)
    await absent.ended
    person.putRuntime('exit 0')
    const [withScreen, without] = [runs({ ...browser, ...screen }), runs(browser)]
    const path = join(person.project, 'node_modules/electron/dist', runtimePlace.executableName)
    expect(await withScreen.says(/\[(.*)\]/)).toBe(path)
    expect(withScreen.output()).not.toContain('Bỏ qua')
    await without.says(/Bỏ qua dự án "electron": máy này không có màn hình đồ hoạ/)
    await without.says(/\[\]/)
  })
})
