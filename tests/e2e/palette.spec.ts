import type { Page } from '@playwright/test'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { independentSteps } from './independent-steps.ts'
import { openSample } from './open-file.ts'

// Ctrl+K: everything that the file has and everything that can be done, found without accents, the best first.

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Tìm kiếm và lệnh' })

async function find(page: Page, words: string) {
  await page.keyboard.press('ControlOrMeta+k')
  await expect(dialog(page)).toBeVisible()
  await page.keyboard.type(words)
  return dialog(page).getByRole('button')
}

test('words without accents find commands, products, people and papers', async ({ page }) => {
  test.slow()
  await openSample(page, 'Cấp tỉnh, năm 2026')
  const client = await hostClient(page)
  await independentSteps({
    'Enter takes the best of what words without accents find': async () => {
      const commands = await find(page, 'khoa phien')
      await expect(commands.first()).toContainText('Khóa phiên họp')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/sessions\/1\/closing/)

      const [product] = (await client.products.list({ limit: 1, offset: 0 })).products
      const { code = '', name = '', producerName = '' } = product ?? {}
      const found = await find(page, code.toLowerCase())
      await expect(found.first()).toContainText(`${code} · ${name}`)
      await expect(found.first()).toHaveAttribute('data-selected')
      await page.keyboard.press('ArrowDown')
      await expect(found.nth(1)).toHaveAttribute('data-selected')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowUp')
      await expect(found.last()).toHaveAttribute('data-selected')
      await expect(found.last()).toBeInViewport()
      await page.keyboard.press('ArrowDown')
      await expect(found.first()).toHaveAttribute('data-selected')
      await expectAccessible(page)
      for (const way of ['Kết quả', 'Phiếu', 'Quá trình', 'Văn bản có']) {
        await expect(dialog(page)).toContainText(`${way}${way === 'Văn bản có' ? '' : ' của'} ${code}`)
      }
      await found.filter({ hasText: `Kết quả của ${code}` }).click()
      await expect(page).toHaveURL(/sessions\/1\/results\?item=\d+/)

      const producers = await find(page, producerName)
      await expect(producers.filter({ hasText: producerName }).first()).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(dialog(page)).toHaveCount(0)

      for (const [words, first, address] of [
        ['ho so 2026', 'Hồ sơ đăng ký năm 2026', /registrations/],
        ['phien hop 2026', 'Phiên họp năm 2026', /sessions\?year=2026/],
        ['bo tieu chi 7', 'Bộ 7. Chế biến từ rau, củ, quả, hạt', /criteria\/qd26-07/],
        ['bien ban', 'Văn bản', /sessions\/1\/documents/],
        ['cham lai', 'Kết quả', /sessions\/1\/results/],
        ['doi chieu phieu', 'Đọc phiếu giấy', /sessions\/1\/paper/],
        ['nhap lan hai', 'Chấm điểm', /sessions\/1\/scoring/],
        ['them thanh vien', 'Hội đồng', /councils/],
        [`ket qua ${code}`, `Kết quả của ${code}`, /sessions\/1\/results\?item=\d+/],
        ['diem tham khao', 'Điểm tham khảo của phiên họp', /scoring\?view=reference/],
      ] as const) {
        const found = await find(page, words)
        await expect(found.first()).toContainText(first)
        await page.keyboard.press('Enter')
        await expect(page).toHaveURL(address)
      }
      await expect(page.getByTestId('reference-desk')).toBeVisible()

      await expect((await find(page, 'phieu TV03')).first()).toContainText('/TV03')
      await page.keyboard.press('Escape')
      await expect(dialog(page)).toHaveCount(0)
      await expect((await find(page, `${code}/TV03`)).first()).toContainText(`Phiếu ${code}/TV03`)
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/sessions\/1\/scoring\?item=\d+&member=\d+/)
    },
    'people and papers are found by name, post, kind and number': async () => {
      const [council] = await client.councils.list()
      const member = council?.members[1]
      const people = await find(page, member?.name ?? '')
      await expect(people.filter({ hasText: member?.name ?? '' }).first()).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(dialog(page)).toHaveCount(0)

      const [session] = await client.sessions.list()
      const sessionId = session?.id ?? 0
      await client.sessions.close({ sessionId })
      const asked = { sessionId, kind: 'decision' } as const
      const { posts, signer, recipients, symbol } = await client.documents.register.propose(asked)
      const issue = { number: 15, symbol, issuedOn: session?.heldOn ?? '', posts, signer, recipients }
      await client.documents.register.enter({ ...asked, issue, reason: '', accepted: ['cited-unnumbered'] })
      for (const words of ['15/QD', 'quyet dinh cong nhan']) {
        const papers = await find(page, words)
        await expect(papers.filter({ hasText: `15/${symbol} · Quyết định công nhận` })).toBeVisible()
        await page.keyboard.press('Escape')
        await expect(dialog(page)).toHaveCount(0)
      }
      const papers = await find(page, `15/${symbol}`)
      await expect(papers.first()).toContainText('Quyết định công nhận')
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(/documents\?kind=decision/)
      await findsCertificates(page, sessionId)
    },
  })
})

test('letters typed before the palette is loaded are its first, and closing gives the focus back', async ({ page }) => {
  await openSample(page, 'Cấp tỉnh, năm 2026')
  await page.goto('about:blank')
  const { promise: isTyped, resolve: letIt } = Promise.withResolvers<void>()
  await page.route(/\/assets\/Palette-[^/]*\.js/, async (route) => {
    await isTyped
    await route.continue()
  })
  await page.goBack()
  await page.getByRole('link', { name: 'Sản phẩm' }).first().focus()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('khoa ')
  await expect(dialog(page)).toHaveCount(0)
  letIt()
  await expect(dialog(page)).toBeVisible()
  await page.keyboard.type('phien')
  await expect(dialog(page).getByRole('textbox')).toHaveValue('khoa phien')
  await expect(dialog(page).getByRole('button').first()).toContainText('Khóa phiên họp')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Sản phẩm' }).first()).toBeFocused()
})

test('closing gives the focus back to the field that was being filled in, each time', async ({ page }) => {
  await openSample(page, 'Cấp tỉnh, năm 2026')
  await page.keyboard.press('Alt+3')
  await page.getByRole('link', { name: 'Lập Hội đồng' }).press('Enter')
  const field = page.getByLabel('Tên Hội đồng')
  await field.fill('Hội đồng')
  for (const more of [' OCOP', ' tỉnh', ' Phú Thọ']) {
    await page.keyboard.press('ControlOrMeta+k')
    await expect(dialog(page).getByRole('textbox')).toBeFocused()
    await page.keyboard.type('kh')
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
    await expect(field).toBeFocused()
    await page.keyboard.type(more)
  }
  await expect(field).toHaveValue('Hội đồng OCOP tỉnh Phú Thọ')
})

/** By their numbers, to the register; one whose number is void where it was given. */
async function findsCertificates(page: Page, sessionId: number) {
  const { certificates } = (await hostClient(page)).documents
  await certificates.enter({ sessionId, firstNumber: 7, symbol: 'GCN-UBND' })
  const pictures = process.env['OCOP_PICTURES']
  for (const number of ['07', '08']) {
    const code = `${number}/GCN-UBND`
    const found = await find(page, `so ${number} gcn`)
    await expect(found.first()).toContainText(`${code} · Giấy chứng nhận`)
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/palette-certificate.png` })
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/certificates\?query=/)
    await expect(dialog(page)).toHaveCount(0)
    await expect(page.getByRole('dialog')).toContainText(code)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('textbox', { name: 'Tìm giấy chứng nhận' })).toHaveValue(code)
    await expect(page.getByRole('row').filter({ hasText: code })).toHaveCount(1)
    await expect(page.getByRole('row')).toHaveCount(2)
  }
  const { entries } = await certificates.list({ sessionId })
  const first = entries.find(({ certificate }) => certificate?.code === '07/GCN-UBND')?.certificate
  await certificates.void({ id: first?.id ?? 0, reason: 'Phôi in hỏng' })
  const found = await find(page, '7/GCN-UBND')
  await expect(found.first()).toContainText('đã hủy số')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`sessions/${sessionId}/documents`))
}
