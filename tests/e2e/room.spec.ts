import type { Page } from '@playwright/test'
import type { AppClient } from '../../shared/api/contract.ts'
import { actsOf } from '../helpers/ballot-acts.ts'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { createDevice, deviceAddress } from '../helpers/room-device.ts'
import { hashOfHanded } from '../../renderer/room/handed-acts.ts'
import { freePort } from '../helpers/free-port.ts'
import { expect, test } from './fixtures.ts'
import { independentSteps } from './independent-steps.ts'
import { enterSeat, lineOf, openPhone, openSession, readCode, scoreNext, switchOn } from './room-phone.ts'

// A member's own phone beside the secretary's window, both real browsers, the room on this machine's own address.

const criteria = 32

test(
  'a member scores a product by thumb over a broken network: the secretary sees each choice once, live',
  { tag: '@browser' },
  async ({ page, chromium }) => {
    const { client, itemIds, memberIds } = await openSession(page)
    const [agendaItemId = 0, recusedItem = 0] = itemIds
    const [, , memberId = 0] = memberIds
    await client.sessions.setExclusion({ agendaItemId: recusedItem, memberId, kind: 'recused', reason: 'Có liên quan' })
    const link = await switchOn(page)
    const code = await readCode(page, 'Thành viên TV3')
    const { phone, context, faults } = await openPhone(chromium, link)
    await expect(phone.getByRole('button', { name: /^\d / })).toHaveCount(3)
    // Nobody's name before the code.
    await expect(phone.getByText('Thành viên TV')).toHaveCount(0)
    await enterSeat(phone, { seat: 3, code })
    await expect(phone.getByText('Số 3 · Thành viên TV3')).toBeVisible()
    await expect(lineOf(page, 'TV3')).toContainText('Đang kết nối')
    await expect(page.getByText('1/3 thành viên đang kết nối')).toBeVisible()

    // Not the product that the member is recused from.
    await expect(phone.getByRole('listitem')).toHaveCount(1)
    await phone.getByRole('link', { name: /SP1/ }).click()
    for (let done = 0; done < 10; done += 1) await scoreNext(phone)
    await expect(phone.getByText(/^Đã lưu \d\d:\d\d$/)).toBeVisible()
    await expect(lineOf(page, 'TV3')).toContainText(`SP1: 10/${criteria} tiêu chí`)

    await context.setOffline(true)
    for (let done = 0; done < 6; done += 1) await scoreNext(phone)
    await expect(phone.getByText('Chờ gửi 6')).toBeVisible()
    await expect(phone.getByText(/Mất liên lạc/)).toBeVisible()
    await expect(lineOf(page, 'TV3')).toContainText(`SP1: 10/${criteria} tiêu chí`)
    await context.setOffline(false)
    await expect(phone.getByText(/^Đã lưu/)).toBeVisible()
    await expect(phone.getByText(/Mất liên lạc/)).toHaveCount(0)
    await expect(lineOf(page, 'TV3')).toContainText(`SP1: 16/${criteria} tiêu chí`)

    for (let done = 16; done < criteria - 1; done += 1) await scoreNext(phone)
    await phone.getByRole('button', { name: 'Xem lại và gửi' }).click()
    await expect(phone.getByText('Còn 1 tiêu chí chưa chấm')).toBeVisible()
    await expect(phone.getByRole('button', { name: 'Gửi phiếu' })).toHaveCount(0)
    await phone.getByRole('link', { name: 'Tiếp theo' }).click()
    await scoreNext(phone)
    // Written out of reach, and on its way once the page goes out of sight or the field is left.
    await context.setOffline(true)
    await phone.getByRole('textbox', { name: 'Ý kiến của người đánh giá' }).fill('Bao bì đẹp.')
    await phone.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await expect(phone.getByText('Chờ gửi 1')).toBeVisible()
    await expectAccessible(phone)
    await context.setOffline(false)
    await expect(phone.getByText(/^Đã lưu/)).toBeVisible()
    await phone.getByRole('textbox').fill('Bao bì đẹp. Cần mã truy xuất.')
    await phone.getByRole('button', { name: 'Gửi phiếu' }).click()
    const ask = phone.getByRole('dialog')
    await expect(ask).toContainText('tổng 100 điểm')
    await ask.getByRole('button', { name: 'Gửi phiếu' }).click()
    await expect(phone.getByText('Phiếu đã gửi.')).toBeVisible()
    await expect(lineOf(page, 'TV3')).toContainText('1/1')
    await expect(page.getByTestId('room-ballots')).toContainText('Đã xác nhận 1/5 phiếu')
    const ballot = await client.ballots.get({ agendaItemId, memberId })
    expect(ballot).toMatchObject({
      state: 'confirmed',
      opinion: 'Bao bì đẹp. Cần mã truy xuất.',
      totals: { total: 100, isComplete: true },
    })
    expect(await choicesOf(client, 'TV3')).toBe(criteria)

    // Submitted is read-only, until the secretary opens the ballot again.
    await expect(phone.getByRole('textbox')).toHaveCount(0)
    await expect(phone.getByText('Bao bì đẹp. Cần mã truy xuất.')).toBeVisible()
    await expect(phone.getByRole('link', { name: /^1\.1/ })).toHaveCount(0)
    await actsOf(client).reopen({ agendaItemId, memberId, reason: 'Chấm nhầm tiêu chí 1.1' })
    await phone.getByRole('link', { name: /^1\.1/ }).click()
    await phone.getByRole('radio').first().check()
    await expect.poll(async () => (await client.ballots.get({ agendaItemId, memberId })).totals.total).toBe(97)
    expect(faults).toEqual([])
    await context.close()
  },
)

test('what a phone keeps over a broken line arrives once, whole, and over nothing newer', async ({
  page,
  chromium,
}) => {
  test.slow()
  const { client, itemIds, memberIds } = await openSession(page, { members: 4 })
  const [agendaItemId = 0] = itemIds
  const link = await switchOn(page)
  await independentSteps({
    'an answer lost on its way back, and a page loaded again, double nothing and lose nothing': async () => {
      const [memberId = 0] = memberIds
      const { phone, context, faults } = await openPhone(chromium, link)
      await enterSeat(phone, { seat: 1, code: await readCode(page, 'Thành viên TV1') })
      await phone.getByRole('link', { name: /SP1/ }).click()
      let lost = 0
      await phone.route('**/rpc/choose', async (route) => {
        await route.fetch()
        lost += 1
        await route.abort()
      })
      for (let done = 0; done < 3; done += 1) await scoreNext(phone)
      await expect(phone.getByText('Chờ gửi 3')).toBeVisible()
      // The first act arrived; its answer never does, so nothing behind it may overtake it.
      await expect.poll(() => lost).toBeGreaterThan(1)
      expect(await choicesOf(client, 'TV1')).toBe(1)
      // Out of reach, where the page could not be loaded again, the browser asks before it goes.
      await context.setOffline(true)
      await expect(phone.getByText(/Mất liên lạc/)).toBeVisible()
      const asked: string[] = []
      phone.on('dialog', async (dialog) => {
        asked.push(dialog.type())
        await dialog.accept()
      })
      await expect(phone.reload()).rejects.toThrow()
      expect(asked).toEqual(['beforeunload'])
      // Loaded while nobody answers, it says what this phone still keeps: without the first, where it heard that that arrived.
      await phone.route('**/rpc/**', (route) => route.abort())
      await context.setOffline(false)
      await phone.goto(link)
      await expect(phone.getByText(/Máy này còn giữ [23] thao tác chưa gửi/)).toBeVisible()
      await phone.unroute('**/rpc/**')
      await phone.unroute('**/rpc/choose')
      await phone.reload()
      await expect(phone.getByText(/^Đã lưu/)).toBeVisible()
      await expect
        .poll(
          async () =>
            (await client.ballots.get({ agendaItemId, memberId })).choices.filter((one) => one !== null).length,
        )
        .toBe(3)
      expect(await choicesOf(client, 'TV1')).toBe(3)
      expect(faults).toEqual([])
      await context.close()
    },
    'a phone that slept through its requests delivers when it wakes, and learns what changed': async () => {
      const [memberId = 0] = memberIds.slice(1)
      const { phone, context, faults } = await openPhone(chromium, link)
      await enterSeat(phone, { seat: 2, code: await readCode(page, 'Thành viên TV2') })
      await phone.getByRole('link', { name: /SP1/ }).click()
      // Requests that neither arrive nor end, as on a line that died in the phone's sleep.
      await phone.route('**/rpc/choose', () => {})
      await scoreNext(phone)
      await expect(phone.getByText('Chờ gửi 1')).toBeVisible()
      await phone.unroute('**/rpc/choose')
      await phone.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
      await expect(phone.getByText(/^Đã lưu/)).toBeVisible()
      expect(await choicesOf(client, 'TV2')).toBe(1)
      await actsOf(client).choose({ agendaItemId, memberId, criterionIndex: 1, option: 1 })
      await phone.getByRole('link', { name: 'Danh sách' }).click()
      await expect(phone.getByText(`Đã chấm 2/${criteria}`)).toBeVisible()
      expect(faults).toEqual([])
      await context.close()
    },
    'a choice that the secretary changed meanwhile is not overwritten, and the member is told': async () => {
      const [memberId = 0] = memberIds.slice(2)
      const { phone, context } = await openPhone(chromium, link)
      await enterSeat(phone, { seat: 3, code: await readCode(page, 'Thành viên TV3') })
      await phone.getByRole('link', { name: /SP1/ }).click()
      await phone.getByRole('radiogroup').waitFor()
      await context.setOffline(true)
      await scoreNext(phone)
      await actsOf(client).choose({ agendaItemId, memberId, criterionIndex: 0, option: 1 })
      await context.setOffline(false)
      await expect(phone.getByRole('alert')).toContainText(/SP1, tiêu chí 1\.1: lựa chọn 3 điểm không được ghi/)
      expect((await client.ballots.get({ agendaItemId, memberId })).choices[0]).toBe(1)
      await phone.getByRole('button', { name: 'Đã rõ' }).click()
      await expect(phone.getByRole('alert')).toHaveCount(0)
      await context.close()
    },
    'choices in a link are another seat’s there, and a forged link sends nothing unasked': async () => {
      const [memberId = 0] = memberIds.slice(3)
      const act = {
        kind: 'choose',
        actId: 'a'.repeat(32),
        agendaItemId,
        memberId,
        round: 1,
        criterionIndex: 0,
      } as const
      const hash = hashOfHanded({ place: 'another.1.1', acts: [{ ...act, option: 1, seen: null }] })
      const { phone, context } = await openPhone(chromium, `${link}/${hash}`)
      await enterSeat(phone, { seat: 4, code: await readCode(page, 'Thành viên TV4') })
      const ask = phone.getByRole('dialog')
      await expect(ask).toContainText('thuộc vị trí hoặc phiên họp khác')
      await expect(ask.getByRole('button', { name: 'Gửi các thao tác' })).toHaveCount(0)
      await ask.getByRole('button', { name: 'Đã rõ' }).click()
      await expect(ask).toHaveCount(0)
      expect(await choicesOf(client, 'TV4')).toBe(0)
      await context.close()
    },
  })
})

test('a wrong code makes its phone wait; the secretary sees it and issues a new one', async ({ page, chromium }) => {
  await openSession(page)
  const link = await switchOn(page)
  const code = await readCode(page, 'Thành viên TV2')
  const wrong = code === '000000' ? '111111' : '000000'
  const { phone, context } = await openPhone(chromium, link)
  for (const count of [1, 2, 3]) {
    await enterSeat(phone, { seat: 2, code: wrong })
    await expect(lineOf(page, 'TV2')).toContainText(`Nhập sai mã ${count} lần từ 127.0.0.1`)
    await expect(phone.getByRole('alert')).toContainText('Mã không đúng.')
  }
  await expect(phone.getByRole('alert')).toContainText('Máy này nhập lại được sau 5 giây.')
  await page.getByRole('button', { name: 'Cấp mã mới cho Thành viên TV2' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cấp mã mới' }).click()
  const fresh = await page.getByTestId('fresh-code').innerText()
  expect(fresh).toMatch(/^\d{6}$/)
  await page.keyboard.press('Escape')
  await enterSeat(phone, { seat: 2, code: fresh })
  await expect(phone.getByRole('heading', { name: 'Sản phẩm cần chấm' })).toBeVisible()
  await expect(lineOf(page, 'TV2')).toContainText('Đang kết nối')

  // Off is off: the phone keeps its page and what waits on it, says so, and has to enter anew.
  await phone.route('**/rpc/choose', (route) => route.abort())
  await phone.getByRole('link', { name: /SP1/ }).click()
  await scoreNext(phone)
  await expect(phone.getByText(/Mất liên lạc/)).toBeVisible()
  await page.getByRole('button', { name: 'Tắt phòng họp' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Tắt phòng họp' }).click()
  await expect(phone.getByRole('heading', { name: 'Phòng họp đã tắt' })).toBeVisible()
  await expect(phone.getByText('Máy này còn giữ 1 thao tác chưa gửi.')).toBeVisible()
  await expect(phone.getByText(/Mất liên lạc/)).toHaveCount(0)
  await expectAccessible(phone)
  await expect(page.getByRole('button', { name: 'Bật phòng họp' })).toBeVisible()
  await context.close()
})

test('a cookie read on the network scores nothing; member and secretary see from where, and one click shuts it out', async ({
  page,
  chromium,
}) => {
  test.skip(process.platform === 'darwin', 'macOS has one loopback address only')
  const { client, itemIds } = await openSession(page)
  const link = await switchOn(page)
  const { phone, context, faults } = await openPhone(chromium, link)
  await enterSeat(phone, { seat: 1, code: await readCode(page, 'Thành viên TV1') })
  await phone.getByRole('link', { name: /SP1/ }).click()
  await scoreNext(phone)
  await expect(phone.getByText(/^Đã lưu/)).toBeVisible()
  const [cookie] = await context.cookies(`${link}/rpc`)
  using thief = createDevice({ link, cookie: `${cookie?.name}=${cookie?.value}`, from: deviceAddress(77) ?? '' })
  const act = {
    agendaItemId: itemIds[0] ?? 0,
    round: 1,
    actId: 'f'.repeat(32),
    criterionIndex: 5,
    option: 1,
    seen: null,
  }
  await expect(thief.client.choose(act)).rejects.toThrow('device-unknown')
  await expect(lineOf(page, 'TV1')).toContainText('Địa chỉ 127.0.1.77 dùng thẻ vào phòng của thiết bị này')
  await expect(phone.getByRole('alert')).toContainText('127.0.1.77')
  await scoreNext(phone)
  await expect.poll(() => choicesOf(client, 'TV1')).toBe(2)
  await page.getByRole('button', { name: 'Ngắt thiết bị' }).click()
  await expect(phone.getByRole('heading', { name: 'Vào phòng họp' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ngắt thiết bị' })).toHaveCount(0)
  expect(faults).toEqual([])
  await context.close()
})

test('before the room is switched off, whose phones keep choices or are silent is named, and waiting is the default', async ({
  page,
  chromium,
}) => {
  await openSession(page)
  const { phone, context } = await openPhone(chromium, await switchOn(page))
  await enterSeat(phone, { seat: 3, code: await readCode(page, 'Thành viên TV3') })
  await expect(lineOf(page, 'TV3')).toContainText('Đang kết nối')
  const off = page.getByRole('button', { name: 'Tắt phòng họp' })
  const ask = page.getByRole('dialog')
  await off.click()
  await expect(ask).toContainText('Mọi điện thoại bị ngắt')
  await expect(ask).not.toContainText('chưa gửi trên điện thoại')
  await page.keyboard.press('Escape')
  // Its choices do not come through, while it is heard.
  await phone.route('**/rpc/choose', (route) => route.abort())
  await phone.getByRole('link', { name: /SP1/ }).click()
  for (let done = 0; done < 2; done += 1) await scoreNext(phone)
  await phone.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  // The focus is set as the question opens: it is asked anew until the phone has been heard.
  await expect(async () => {
    await page.keyboard.press('Escape')
    await off.click({ timeout: 2000 })
    await expect(ask).toContainText('Thành viên TV3: SP1: 2 thao tác chờ gửi', { timeout: 2000 })
    await expect(ask.getByRole('button', { name: 'Chờ thêm' })).toBeFocused({ timeout: 2000 })
  }).toPass()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(ask).toHaveCount(0)
  await context.close()
  await expect(lineOf(page, 'TV3')).toContainText('đang mất kết nối')
  await off.click()
  await expect(ask).toContainText('SP1: 2 thao tác chờ gửi; đang mất kết nối')
  await page.keyboard.press('Escape')
})

test('choices that wait as the room goes to another address are handed over, shown, and sent once confirmed', async ({
  page,
  chromium,
}) => {
  const { client, sessionId, itemIds, memberIds } = await openSession(page)
  const [agendaItemId = 0] = itemIds
  const [memberId = 0] = memberIds
  const { phone, context, faults } = await openPhone(chromium, await switchOn(page))
  await enterSeat(phone, { seat: 1, code: await readCode(page, 'Thành viên TV1') })
  await phone.getByRole('link', { name: /SP1/ }).click()
  await phone.getByRole('radiogroup').waitFor()
  // The first one arrives and its answer does not; two more never leave.
  let lost = 0
  await phone.route('**/rpc/choose', async (route) => {
    if (lost === 0) await route.fetch()
    lost += 1
    await route.abort()
  })
  for (let done = 0; done < 3; done += 1) await scoreNext(phone)
  await expect.poll(() => choicesOf(client, 'TV1')).toBe(1)
  const ask = phone.getByRole('dialog')
  await phone.getByText(/Mất liên lạc/).click()
  await phone.getByRole('button', { name: 'Phòng họp có liên kết mới?' }).click()
  await ask.getByRole('textbox').fill('example.com')
  await client.room.switchOff()
  await expect(phone.getByRole('heading', { name: 'Phòng họp đã tắt' })).toBeVisible()
  // What is typed stays as the screen behind it goes.
  await expect(ask.getByRole('textbox')).toHaveValue('example.com')
  await expect(phone.getByRole('listitem')).toHaveText([/^SP1, tiêu chí 1\.1: 3 điểm$/, /^SP1/, /^SP1/])
  // Another origin, to which nothing of the old page's storage belongs.
  const address = '127.0.0.1'
  const { open } = await client.room.switchOn({ sessionId, address, port: await freePort() })
  const link = open?.link ?? ''
  await phone.unroute('**/rpc/choose')
  await ask.getByRole('button', { name: 'Mở và chuyển sang' }).click()
  await expect(ask.getByRole('alert')).toContainText('không phải liên kết')
  await ask.getByRole('textbox').fill(link.replace('http://', ''))
  await expectAccessible(phone)
  await ask.getByRole('button', { name: 'Mở và chuyển sang' }).click()
  await expect(phone.getByText('Có 3 thao tác chuyển từ trang cũ')).toBeVisible()
  expect(phone.url()).toBe(`${link}/`)
  await phone.reload()
  const code = (await client.room.showCodes()).find((each) => each.memberId === memberId)?.code ?? ''
  await enterSeat(phone, { seat: 1, code })
  await expect(ask).toContainText('Chuyển 3 thao tác chưa gửi sang?')
  await expect(ask.getByRole('listitem')).toHaveCount(3)
  await expectAccessible(phone)
  // Nothing before the member says so.
  expect(await choicesOf(client, 'TV1')).toBe(1)
  await ask.getByRole('button', { name: 'Gửi các thao tác' }).click()
  await expect.poll(() => choicesOf(client, 'TV1')).toBe(3)
  const ballot = await client.ballots.get({ agendaItemId, memberId })
  expect(ballot.choices.filter((choice) => choice !== null)).toHaveLength(3)
  await expect(phone.getByText(/^Đã lưu/)).toBeVisible()
  await phone.reload()
  await expect(phone.getByText(`Đã chấm 3/${criteria}`)).toBeVisible()
  await expect(ask).toHaveCount(0)
  expect(faults).toEqual([])
  await context.close()
})

test('one click encrypts the room: a phone scores over it, and its fingerprint is on screen and slips', async ({
  page,
  chromium,
}) => {
  const { client } = await openSession(page)
  const link = await switchOn(page, { isEncrypted: true })
  expect(link).toMatch(/^https:/)
  const { open } = await client.room.status()
  const figures = (open?.fingerprint ?? '').replaceAll(/\W/g, '')
  expect(figures).toMatch(/^[0-9A-F]{64}$/)
  const shown = page.getByTestId('fingerprint')
  expect((await shown.first().innerText()).replaceAll(/\s/g, '')).toBe(figures)
  await page.emulateMedia({ media: 'print' })
  // One slip a member.
  await expect(shown.locator('visible=true')).toHaveCount(3)
  await page.emulateMedia({ media: null })
  const { phone, context, faults } = await openPhone(chromium, link)
  await enterSeat(phone, { seat: 1, code: await readCode(page, 'Thành viên TV1') })
  await phone.getByRole('link', { name: /SP1/ }).click()
  await scoreNext(phone)
  await expect(phone.getByText(/^Đã lưu/)).toBeVisible()
  expect(await choicesOf(client, 'TV1')).toBe(1)
  expect(faults).toEqual([])
  await context.close()
  // The next room is encrypted too, unless the secretary says otherwise.
  await page.getByRole('button', { name: 'Tắt phòng họp' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Tắt phòng họp' }).click()
  await expect(page.getByRole('checkbox', { name: 'Mã hóa kết nối' })).toBeChecked()
})

test('the room has no grave barrier, on the secretary’s screen and on a phone', async ({ page, chromium }) => {
  test.slow()
  const { itemIds } = await openSession(page)
  await independentSteps({
    'off and on, as the secretary sees it': async () => {
      await page.keyboard.press('Alt+7')
      await expect(page.getByRole('button', { name: 'Bật phòng họp' })).toBeVisible()
      await expectAccessible(page)
      await switchOn(page)
      await readCode(page, 'Thành viên TV3')
      await expectAccessible(page)
    },
    'entry and list of a phone': async () => {
      const { phone, context } = await openPhone(chromium, await linkOf(page))
      await expect(phone.getByRole('button', { name: /^3 / })).toBeVisible()
      await expectAccessible(phone)
      await enterSeat(phone, { seat: 3, code: '000000' })
      await expect(phone.getByRole('alert')).toBeVisible()
      await expectAccessible(phone)
      await enterSeat(phone, { seat: 3, code: await readCode(page, 'Thành viên TV3') })
      await expect(phone.getByRole('heading', { name: 'Sản phẩm cần chấm' })).toBeVisible()
      await expectAccessible(phone)
      expect(await overflow(phone)).toBe(0)
      await context.close()
    },
    'the ballot of a phone, also without the network': async () => {
      const { phone, context } = await openPhone(chromium, await linkOf(page))
      await enterSeat(phone, { seat: 2, code: await readCode(page, 'Thành viên TV2') })
      await phone.getByRole('link', { name: /SP1/ }).click()
      await scoreNext(phone)
      const last = phone.getByRole('radio').last()
      const before = await last.boundingBox()
      await context.setOffline(true)
      const news = phone.getByText(/Mất liên lạc/)
      await expect(news).toBeVisible()
      expect((await last.boundingBox())?.y, 'nothing moves').toBe(before?.y)
      await phone.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
      const [option, bar] = [await last.boundingBox(), await news.boundingBox()]
      expect((option?.y ?? 0) + (option?.height ?? 0), 'no option lies under it').toBeLessThan(bar?.y ?? 0)
      await phone.getByRole('radio').first().check()
      await expectAccessible(phone)
      expect(await overflow(phone)).toBe(0)
      await phone.evaluate((to) => void (location.hash = to), `/${itemIds[0]}/review`)
      await expect(phone.getByText('Còn 30 tiêu chí chưa chấm')).toBeVisible()
      await expectAccessible(phone)
      expect(await overflow(phone)).toBe(0)
      await context.close()
    },
  })
})

/** Of a room that is switched on. */
const linkOf = (page: Page): Promise<string> => page.getByTestId('room-link').innerText()

/** Changes of ballots that the audit holds for one member's own device. */
const choicesOf = async (client: AppClient, member: string): Promise<number> =>
  (await client.audit.list({ limit: 500, feature: 'ballots' })).filter(
    ({ command, actor }) => command === 'ballots.choose' && actor.includes(member),
  ).length

/** How far the page reaches beyond its 360 pixels. */
const overflow = (phone: Page): Promise<number> =>
  phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
