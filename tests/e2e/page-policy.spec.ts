import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { openSample } from './open-file.ts'

// The content security policy on every screen: nothing that the page shows needs what the policy refuses.

/** Every screen of the frame, by its address, and what says that it is there. */
const screens: readonly (readonly [address: string, shown: (page: Page) => Locator])[] = [
  ['/', heading('Hôm nay cần làm gì?')],
  ['/products', heading('Có những sản phẩm nào?')],
  ['/products?edit=new', dialog()],
  ['/councils', heading('Tệp này có những Hội đồng nào?')],
  ['/councils/new', heading('Lập Hội đồng nào?')],
  ['/councils/1', heading('Hội đồng gồm những ai, theo quy chế nào?')],
  ['/sessions', heading('Tệp này có những phiên họp nào?')],
  ['/sessions/new', heading('Lập phiên họp nào?')],
  ['/sessions/import', heading('Tệp Excel này có nhập được không?')],
  ['/sessions/1', testId('agenda')],
  ['/sessions/1?item=1', testId('item-members')],
  ['/sessions/1/attendance', testId('attendance')],
  ['/sessions/1/facts', heading('Phiên họp khi nào, theo quy định nào?')],
  ['/sessions/1/scoring', testId('board')],
  ['/sessions/1/scoring?item=1&member=1', testId('criteria-list')],
  ['/sessions/1/scoring?item=1', testId('grid')],
  ['/sessions/1/results', testId('mean-chart')],
  ['/sessions/1/results?item=1', testId('item-reasons')],
  ['/sessions/1/closing', testId('checklist')],
  ['/sessions/1/documents?kind=minutes', (page) => page.locator('[data-page="1"] canvas[data-drawn]')],
  ['/sessions/1/documents?kind=referral-list', testId('documents')],
  ['/sessions/1/room', heading('Thành viên chấm trên điện thoại?')],
  ['/statistics', heading('Bao nhiêu sản phẩm được đăng ký, đánh giá, công nhận?')],
  ['/statistics/quarters', heading('Quý nào có bao nhiêu giấy chứng nhận hết hạn?')],
  ['/audit', heading('Ai đã làm gì, khi nào?')],
  ['/settings', heading('Ứng dụng được thiết lập thế nào?')],
]

test('every screen is drawn without anything that the policy refuses', async ({ page }) => {
  test.slow()
  const violations = await watchPolicy(page)
  await expectStyled(page)
  await openSample(page, 'Cấp tỉnh, năm 2026')
  for (const [address, shown] of screens) {
    await go(page, address)
    await expect(shown(page), address).toBeVisible({ timeout: 30_000 })
    await expectStyled(page)
    expect(violations, address).toEqual([])
  }
  // The last one is where the scheme is chosen; transitions stand still meanwhile, by a style element.
  await page.getByText('Tối', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expectStyled(page)
  expect(violations).toEqual([])
})

test('dialogs, lists, menus and the palette are drawn without it too', async ({ page }) => {
  test.slow()
  const violations = await watchPolicy(page)
  await openSample(page, 'Cấp tỉnh, năm 2026')
  const shows = async (locator: Locator): Promise<void> => {
    await expect(locator).toBeVisible()
    await expectStyled(page)
    await page.keyboard.press('Escape')
    await expect(locator).toHaveCount(0)
  }
  await page.keyboard.press('ControlOrMeta+k')
  await shows(dialog()(page))

  await go(page, '/sessions/1')
  await expect(testId('agenda')(page)).toBeVisible()
  await page.keyboard.press('Alt+n')
  await expect(dialog()(page)).toBeVisible()
  // What lies behind a dialog stands still: the lock is a style element of its own.
  expect(await page.evaluate(() => getComputedStyle(document.body).overscrollBehaviorY)).toBe('contain')
  await shows(dialog()(page))
  await page.getByRole('button', { name: 'Màn chiếu' }).click()
  await shows(page.getByRole('menu'))

  await go(page, '/sessions/1/documents?kind=minutes')
  for (const name of ['Sổ văn bản', 'Giấy chứng nhận', 'Mẫu Word']) {
    await page.getByRole('button', { name, exact: true }).click()
    await shows(dialog()(page))
  }
  await go(page, '/sessions/1/closing')
  await page.getByRole('button', { name: 'Khóa phiên họp' }).click()
  await shows(dialog()(page))
  expect(violations).toEqual([])
})

test('the room’s screen and the open room are drawn without it too', async ({ page }) => {
  const violations = await watchPolicy(page)
  await openSample(page, 'Cấp tỉnh, năm 2026')
  await go(page, '/sessions/1')
  await expect(testId('agenda')(page)).toBeVisible()
  const opened = page.waitForEvent('popup')
  await page.keyboard.press('Alt+0')
  const screen = await opened
  await expect(screen).toHaveTitle('Màn chiếu – Hội đồng OCOP')
  await expect(screen.locator('main[data-ground]')).toBeVisible()
  await expectStyled(screen)
  await go(page, '/sessions/1/room')
  await page.getByRole('radio', { name: /127\.0\.0\.1/ }).check()
  await page.getByRole('button', { name: 'Bật phòng họp' }).click()
  await expect(page.getByTestId('room-link')).toBeVisible()
  await expectStyled(page)
  expect(violations).toEqual([])
})

// A second page, since errors of the console fail the first.
test('what the policy does not let in is refused', { tag: '@browser-only' }, async ({ page }) => {
  const tried = await page.context().newPage()
  await tried.goto(page.url())
  const answers = await tried.evaluate(async () => {
    const refusal = async (act: () => void) => {
      const refused = new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        })
      })
      act()
      return Promise.race([refused, new Promise<string>((resolve) => setTimeout(() => resolve('none'), 2000))])
    }
    const nonce = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? ''
    const addStyle = (given: string) => {
      const style = document.createElement('style')
      style.nonce = given
      style.textContent = 'body { --tried: 1 }'
      document.head.append(style)
      return style.sheet !== null
    }
    const add = (html: string) => document.body.insertAdjacentHTML('beforeend', html)
    const blob = URL.createObjectURL(new Blob(['%PDF-'], { type: 'application/pdf' }))
    return {
      ownNonce: addStyle(nonce),
      style: await refusal(() => addStyle('')),
      guessed: await refusal(() => addStyle('{{style-nonce}}')),
      attribute: await refusal(() => add('<p style="color: red">x</p>')),
      script: await refusal(() => {
        const script = document.createElement('script')
        script.textContent = 'window.tried = 1'
        document.body.append(script)
      }),
      frame: await refusal(() => add(`<iframe src="${blob}"></iframe>`)),
      own: await refusal(() => add(`<iframe src="/"></iframe>`)),
      plugIn: await refusal(() => add(`<embed src="${blob}" type="application/pdf">`)),
      connection: await refusal(() => void fetch('https://example.org/').catch(() => {})),
      picture: await refusal(() => add('<img src="https://example.org/a.png">')),
    }
  })
  expect(answers).toEqual({
    ownNonce: true,
    style: 'style-src-elem',
    guessed: 'style-src-elem',
    attribute: 'style-src-attr',
    script: 'script-src-elem',
    frame: 'frame-src',
    own: 'frame-src',
    plugIn: 'object-src',
    connection: 'connect-src',
    picture: 'img-src',
  })
})

/** Refusals of the policy from here on, in this page and in what it opens. */
async function watchPolicy(page: Page): Promise<readonly string[]> {
  const violations: string[] = []
  const context = page.context()
  await context.exposeBinding('tellViolation', (_source, told: string) => void violations.push(told))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, sourceFile }) => {
      const { tellViolation } = window as unknown as { readonly tellViolation: (told: string) => void }
      tellViolation(`${effectiveDirective} ${blockedURI} ${sourceFile} ${sample}`)
    })
  })
  await page.reload()
  return violations
}

/** No style element of the page was refused, and the theme's variables are there. */
async function expectStyled(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    refused: [...document.querySelectorAll('style')].filter(({ sheet }) => sheet === null).map((s) => s.textContent),
    theme: getComputedStyle(document.documentElement).getPropertyValue('--rail-width'),
  }))
  expect(found).toEqual({ refused: [], theme: '208px' })
}

const go = async (page: Page, address: string): Promise<void> =>
  page.evaluate((to) => void (window.location.hash = to), address)

function heading(name: string) {
  return (page: Page): Locator => page.getByRole('heading', { name })
}

function testId(id: string) {
  return (page: Page): Locator => page.getByTestId(id)
}

function dialog() {
  return (page: Page): Locator => page.getByRole('dialog')
}
