import type { CDPSession, Locator, Page } from '@playwright/test'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { holdCalls } from './hosts/share-port.ts'
import { independentSteps } from './independent-steps.ts'

// One meeting on the sample session of 2026: ten products, nine members, every ballot confirmed, three quarters needed.

test('the agenda is filled, grouped and put in order by keys', async ({ page }) => {
  test.slow()
  await openSample(page)
  await independentSteps({
    'products of the register come onto the agenda by Enter, are grouped, rejected and taken off': async () => {
      await go(page, '/products?edit=new')
      const form = page.getByRole('dialog')
      await form.getByRole('textbox', { name: 'Tên sản phẩm' }).fill('Mật ong hoa nhãn')
      await page.keyboard.press('Enter')
      await expect(form.getByRole('alert')).toHaveText('Không được để trống')
      await expect(form.getByRole('combobox', { name: 'Bộ sản phẩm' })).toBeFocused()
      await choose({ page, select: form.getByRole('combobox', { name: 'Bộ sản phẩm' }), option: /^11\. / })
      await form.getByRole('textbox', { name: 'Chủ thể', exact: true }).fill('Hợp tác xã Thượng Sơn')
      await form.getByRole('button', { name: 'Thêm' }).click()
      await expect(form.getByText(/Đã thêm .*Mật ong hoa nhãn/)).toBeVisible()
      await form.getByRole('textbox', { name: 'Tên sản phẩm' }).fill('Chè xanh Thượng Sơn ')
      await form.getByRole('button', { name: 'Thêm' }).click()
      await expect(form.getByText(/Đã thêm .*Chè xanh Thượng Sơn/)).toBeVisible()
      await go(page, '/sessions/1')

      await page.keyboard.press('Alt+n')
      const search = page.getByRole('combobox', { name: /không cần dấu/ })
      await search.fill('mat ong')
      await expect(page.getByRole('option')).toHaveCount(1)
      await page.keyboard.press('Enter')
      await expect(page.getByText('Đã thêm 1 sản phẩm')).toBeVisible()
      await expect(search).toBeFocused()
      await search.fill('CHÈ XANH')
      await expect(page.getByRole('option', { name: /Chè xanh Thượng Sơn/ })).toBeVisible()
      await page.keyboard.press('Enter')
      await expect(page.getByText('Đã thêm 2 sản phẩm')).toBeVisible()
      await page.getByRole('button', { name: 'Xong' }).click()

      const names = () => page.getByTestId('agenda').locator('tbody [data-column=product]').allTextContents()
      const first = async () => (await names()).slice(0, 3).join()
      await expect.poll(names).toHaveLength(12)
      await page.getByRole('button', { name: 'Xếp theo bộ tiêu chí' }).click()
      await expect.poll(first).toMatch(/PT-01.*Mật ong hoa nhãn.*Chè xanh Thượng Sơn/)
      await page.getByRole('button', { name: 'Trở lại thứ tự trước' }).click()
      await expect.poll(first).toMatch(/PT-01.*PT-02.*PT-03/)

      await opener(page, 'Mật ong hoa nhãn').click()
      const drawer = page.getByRole('dialog')
      await drawer.getByTestId('knockout-dossier-1').getByRole('radio', { name: 'Vi phạm: loại hồ sơ' }).check()
      await expect(row(page, 'Mật ong hoa nhãn').getByText('Bị loại')).toHaveCount(0)
      // Begun and without its reason: neither a step, Escape, a link, a command, the way back nor the button for the others drops it unasked.
      const asked = page.getByRole('dialog', { name: 'Bỏ nội dung đã nhập?' })
      const follow = () => drawer.getByRole('link', { name: 'Đến kết quả' }).press('Enter')
      const find = (words: string) => async () => {
        await page.keyboard.press('Control+k')
        await page.keyboard.type(words)
        await page.keyboard.press('Enter')
      }
      const goBack = () => page.evaluate(() => history.back())
      const press = (key: string) => () => page.keyboard.press(key)
      const before = page.url()
      for (const drop of [press('Alt+PageDown'), press('Escape'), follow, find('nhat ky'), find('dong tep'), goBack]) {
        await drop()
        await expect(asked).toBeVisible()
        await page.keyboard.press('Escape')
        await expect(asked).toBeHidden()
        await expect(page).toHaveURL(before)
      }
      await expect(drawer.getByRole('button', { name: /^“Đạt” cho/ })).toBeDisabled()
      await drawer.getByRole('textbox', { name: 'Lý do loại' }).fill('Giấy chứng nhận bị sửa')
      await page.keyboard.press('Enter')
      await expect(row(page, 'Mật ong hoa nhãn').getByText('Bị loại')).toBeVisible()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /Ghi “Đạt” cho các điều kiện/ }).click()
      await page.getByRole('button', { name: 'Ghi “Đạt”', exact: true }).click()
      await expect(row(page, 'Chè xanh Thượng Sơn').getByText('Không bị loại')).toBeVisible()
      await expect(row(page, 'Mật ong hoa nhãn').getByText('Bị loại')).toBeVisible()

      await opener(page, 'Chè xanh Thượng Sơn').click()
      await drawer.getByRole('button', { name: 'Bỏ khỏi chương trình' }).click()
      await page
        .getByRole('dialog', { name: /^Bỏ .* khỏi/ })
        .getByRole('button', { name: 'Bỏ khỏi chương trình' })
        .click()
      await expect.poll(names).toHaveLength(11)
      // A product with ballots stays.
      await opener(page, 'PT-01').click()
      await drawer.getByRole('button', { name: 'Bỏ khỏi chương trình' }).click()
      await page
        .getByRole('dialog', { name: /^Bỏ .* khỏi/ })
        .getByRole('button', { name: 'Bỏ khỏi chương trình' })
        .click()
      await expect(page.getByText('Đã có phiếu điểm nên không xóa')).toBeVisible()
    },
    'the agenda is put in order with the keyboard and keeps its order': async () => {
      await go(page, '/sessions/1')
      const agenda = page.getByTestId('agenda')
      const codes = () => agenda.locator('tbody tr [data-column=product] b').allTextContents()
      const before = await codes()
      const third = opener(page, 'PT-03')
      await third.focus()
      await page.keyboard.press('Alt+ArrowUp')
      await page.keyboard.press('Alt+ArrowUp')
      await expect(third).toBeFocused()
      const moved = ['PT-03', 'PT-01', 'PT-02', ...before.slice(3)]
      await expect.poll(codes).toEqual(moved)
      await expect(page.getByText('Đã lưu')).toBeVisible()
      await page.reload()
      await expect.poll(codes).toEqual(moved)
      // Without Alt the arrows only go from row to row.
      await opener(page, 'PT-03').focus()
      await page.keyboard.press('ArrowDown')
      await expect(opener(page, 'PT-01')).toBeFocused()
      await expect.poll(codes).toEqual(moved)
    },
  })
})

test('what the drawer of a product records is whole, and counts', async ({ page }) => {
  test.slow()
  await openSample(page)
  await independentSteps({
    'a recused member leaves the denominator, with a reason that must be given': async () => {
      await opener(page, 'PT-02').focus()
      await page.keyboard.press('Enter')
      const drawer = page.getByRole('dialog')
      await expect(drawer.getByText('9/9 thành viên chấm.')).toBeVisible()
      await choose({
        page,
        select: drawer.getByRole('combobox', { name: 'Việc chấm của TV05' }),
        option: 'Không tham gia chấm',
      })
      const reason = drawer.getByRole('textbox', { name: 'Lý do không tham gia chấm' })
      await expect(reason).toBeFocused()
      await expect(drawer.getByText('Chưa ghi: cần nêu lý do')).toBeVisible()
      // Nothing is recorded before the reason is.
      await expect(drawer.getByText('9/9 thành viên chấm.')).toBeVisible()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Nhập tiếp' }).press('Enter')
      await expect(reason).toBeFocused()
      await page.keyboard.type('.')
      await page.keyboard.press('Enter')
      await expect(drawer.getByText('Lý do phải có chữ hoặc số')).toBeVisible()
      await expect(drawer.getByText('9/9 thành viên chấm.')).toBeVisible()
      await reason.fill('Người thân của chủ thể')
      await page.keyboard.press('Enter')
      await expect(drawer.getByText('8/9 thành viên chấm.')).toBeVisible()
      await expect(drawer.getByText('điểm trung bình chia cho 8 phiếu')).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(row(page, 'PT-02').getByText('Không chấm: TV05')).toBeVisible()
      await opener(page, 'PT-02').click()
      await drawer.getByRole('link', { name: 'Đến kết quả' }).click()
      await expect(page.getByTestId('ballot-totals').getByRole('row', { name: /TV05/ })).toHaveAttribute(
        'data-state',
        'faded',
      )
    },
    'Vietnamese is typed with an input method and saved whole, never in the middle of a syllable': async () => {
      await go(page, '/sessions/1')
      await opener(page, 'PT-04').click()
      const drawer = page.getByRole('dialog')
      const ime = await page.context().newCDPSession(page)

      // One line: Enter belongs to the input method while a syllable is composed, to the field after that.
      await choose({
        page,
        select: drawer.getByRole('combobox', { name: 'Việc chấm của TV02' }),
        option: 'Không tham gia chấm',
      })
      const reason = drawer.getByRole('textbox', { name: 'Lý do không tham gia chấm' })
      await expect(reason).toBeFocused()
      await compose({ ime, steps: ['N', 'Ng', 'Ngu', 'Ngư', 'Ngươ', 'Ngườ', 'Người'] })
      await page.keyboard.type(' ')
      await composeOpen({ ime, steps: ['n', 'nh', 'nha'] })
      await reason.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })
      await expect(reason).toHaveValue('Người nha')
      await expect(drawer.getByText('9/9 thành viên chấm.')).toBeVisible()
      await ime.send('Input.insertText', { text: 'nhà' })
      await expect(reason).toHaveValue('Người nhà')
      await page.keyboard.press('Enter')
      await expect(drawer.getByText('8/9 thành viên chấm.')).toBeVisible()

      // It was written once, and not with half a syllable.
      const events = await (await hostClient(page)).audit.list({ limit: 100 })
      const written = events.map((event) => JSON.stringify(event)).filter((event) => event.includes('Người n'))
      expect(written).toEqual([expect.stringContaining('Người nhà')])

      // Several lines, left with Tab; letters that come apart are stored as one.
      const note = drawer.getByRole('textbox', { name: 'Ghi chú hồ sơ' })
      await note.focus()
      await compose({ ime, steps: ['Đ', 'Đu', 'Đuơ', 'Đươ', 'Đườ', 'Đường'] })
      await page.keyboard.type(' phèn, ')
      await ime.send('Input.insertText', { text: 'hộp giấy'.normalize('NFD') })
      await page.keyboard.press('Tab')
      await expect(note).toHaveValue('Đường phèn, hộp giấy')
      const lastEvents = async () => JSON.stringify(await (await hostClient(page)).audit.list({ limit: 3 }))
      await expect.poll(lastEvents).toContain('Đường phèn, hộp giấy')

      await page.reload()
      await expect(drawer.getByRole('textbox', { name: 'Ghi chú hồ sơ' })).toHaveValue('Đường phèn, hộp giấy')
      await expect(drawer.getByRole('textbox', { name: 'Lý do không tham gia chấm' })).toHaveValue('Người nhà')

      // The search for products hears each syllable as it grows.
      await page.keyboard.press('Escape')
      await go(page, '/products')
      await page.getByRole('textbox', { name: 'Tìm' }).first().focus()
      await compose({ ime, steps: ['m', 'mi', 'miê', 'miến'] })
      await expect(page.getByRole('button', { name: /Miến đao/ })).toBeVisible()
      await expect(page.getByRole('button', { name: /Chè búp tím/ })).toHaveCount(0)
    },
    'what is typed on after Enter stays when the saved text comes back': async () => {
      await go(page, '/sessions/1')
      await opener(page, 'PT-05').click()
      const drawer = page.getByRole('dialog')
      const samples = drawer.getByRole('textbox', { name: 'Số mẫu đã nhận' })
      const reading = await holdCalls(page, 'sessions/get')
      await samples.fill('1')
      await page.keyboard.press('Enter')
      await expect(page.getByText('Đã lưu')).toBeVisible()
      await page.keyboard.type('2')
      await expect(row(page, 'PT-05').getByText('1 mẫu')).toHaveCount(0)
      await reading.release()
      await expect(row(page, 'PT-05').getByText('1 mẫu')).toBeVisible()
      await expect(samples).toHaveValue('12')
      await page.keyboard.press('Enter')
      await expect(row(page, 'PT-05').getByText('12 mẫu')).toBeVisible()
    },
  })
})

test('attendance makes the quorum, and what who came late missed is asked', async ({ page }) => {
  test.slow()
  await openSample(page)
  await independentSteps({
    'a member who comes late is absent at the first products, and the quorum follows the attendance': async () => {
      await tab(page, 'Điểm danh')
      const arrival = page.getByRole('textbox', { name: 'Giờ đến của TV06' })
      await arrival.fill('0910')
      await page.keyboard.press('Enter')
      await expect(arrival).toHaveValue('09:10')
      // What was missed is asked at once; here it is answered later.
      const missed = page.getByRole('dialog', { name: /^TV06.*vắng khi chấm sản phẩm nào/ })
      await expect(missed.getByRole('textbox', { name: 'Lý do' })).toHaveValue('Đến lúc 09:10')
      await missed.getByRole('button', { name: 'Xong' }).click()
      await expect(missed).toHaveCount(0)
      const leaving = page.getByRole('textbox', { name: 'Giờ về của TV06' })
      await leaving.fill('805')
      await leaving.fill('0805')
      await page.keyboard.press('Enter')
      await expect(page.getByText('Giờ về phải sau giờ đến (09:10)')).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(leaving).toHaveValue('')

      await page.getByRole('button', { name: /^TV06:/ }).click()
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByRole('textbox', { name: 'Lý do' })).toHaveValue('Đến lúc 09:10')
      await dialog.getByRole('checkbox', { name: /PT-01/ }).check()
      await dialog.getByRole('checkbox', { name: /PT-03/ }).click({ modifiers: ['Shift'] })
      for (const code of ['PT-01', 'PT-02', 'PT-03']) {
        await expect(dialog.getByRole('checkbox', { name: new RegExp(code) })).toBeChecked()
      }
      await expect(dialog.getByRole('checkbox', { name: /PT-04/ })).not.toBeChecked()
      await dialog.getByRole('button', { name: 'Xong' }).click()
      await expect(page.getByRole('button', { name: 'TV06: 3 sản phẩm: PT-01, PT-02, PT-03' })).toBeVisible()

      await expect(page.getByRole('link', { name: 'Đủ số dự họp: 9/9 (cần 7)' })).toBeVisible()
      for (const code of ['TV07', 'TV08', 'TV09'])
        await page.getByRole('checkbox', { name: new RegExp(code) }).uncheck()
      await expect(page.getByRole('link', { name: 'Chưa đủ số dự họp: 6/9 (cần 7)' })).toBeVisible()
      await expect(page.getByTestId('quorum')).toContainText('Còn thiếu 1 thành viên')
      const why = page.getByRole('textbox', { name: 'Lý do vắng mặt của TV09' })
      await why.fill('—')
      await page.keyboard.press('Enter')
      await expect(page.getByText('Lý do phải có chữ hoặc số')).toBeVisible()
      await why.fill('Đi công tác')
      await page.keyboard.press('Enter')
      const client = await hostClient(page)
      const saved = async () =>
        (await client.sessions.get({ sessionId: 1 })).members.find(({ code }) => code === 'TV09')
      await expect.poll(async () => (await saved())?.absenceReason).toBe('Đi công tác')
      await page.reload()
      await expect(why).toHaveValue('Đi công tác')
      await page.keyboard.press('Alt+c')
      await expect(page.getByRole('link', { name: 'Đủ số dự họp: 9/9 (cần 7)' })).toBeVisible()
      await expect(why).toHaveCount(0)
      await expect(arrival).toHaveValue('09:10')

      await tab(page, 'Chương trình')
      await expect(row(page, 'PT-03').getByText('Vắng: TV06')).toBeVisible()
      await expect(row(page, 'PT-03').getByText('8/9')).toBeVisible()
      await expect(row(page, 'PT-04').getByText('9/9')).toBeVisible()
    },
    'what a late member missed is asked once nobody types: no key lands in the dialog': async () => {
      // Later than who came before: of who is the first to come, nothing is asked.
      await go(page, '/sessions/1')
      await tab(page, 'Điểm danh')
      const client = await hostClient(page)
      const saved = async () =>
        (await client.sessions.get({ sessionId: 1 })).members.find(({ code }) => code === 'TV05')
      await page.getByRole('textbox', { name: 'Giờ đến của TV05' }).fill('0920')
      await page.keyboard.press('Tab')
      const leaving = page.getByRole('textbox', { name: 'Giờ về của TV05' })
      await expect(leaving).toBeFocused()
      await expect.poll(async () => (await saved())?.arrivedAt).toBe('09:20')
      await expect(page.getByRole('textbox', { name: 'Giờ đến của TV05' })).toHaveValue('09:20')
      await page.keyboard.type('1030', { delay: 60 })
      await expect(leaving).toHaveValue('1030')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await page.keyboard.press('Tab')
      await expect(page.getByRole('dialog', { name: /^TV05.*vắng khi chấm sản phẩm nào/ })).toBeVisible()
      await expect.poll(async () => (await saved())?.leftAt).toBe('10:30')
    },
  })
})

test('what keeps a session from locking is named, and a locked one is opened again with a reason', async ({ page }) => {
  test.slow()
  await openSample(page)
  await independentSteps({
    'a ballot that is opened again keeps the session from locking until it is confirmed': async () => {
      await opener(page, 'PT-01').click()
      await page.getByRole('dialog').getByRole('link', { name: 'Đến kết quả' }).click()
      await page.getByTestId('ballot-totals').getByRole('link', { name: 'TV01' }).click()
      await expect(page.getByText('Phiếu đã xác nhận, muốn sửa phải mở lại.')).toBeVisible()
      await page.keyboard.press('m')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox', { name: 'Lý do mở lại' }).fill('Nhập nhầm dòng')
      await dialog.getByRole('button', { name: 'Mở lại phiếu' }).click()
      await expect(dialog).toHaveCount(0)
      await go(page, '/sessions/1/closing')
      const ballots = page.getByTestId('checklist').locator('[data-check="ballots"]')
      await expect(ballots).toContainText(/PT-01.*chờ xác nhận/)
      // Until then its star is nobody's last word, nor what the council concludes from it.
      const concluded = page.getByRole('table', { name: 'Kết luận của Hội đồng' }).getByRole('row', { name: 'PT-01' })
      await expect(concluded).toContainText(/tạm tính, (\d+)\/\d+ phiếu/)
      await expect(concluded).toContainText('Theo kết quả chấm, khi đã đủ phiếu')
      await ballots.getByRole('link', { name: 'TV01' }).click()
      await expect(page).toHaveURL(/view=ballot/)
      await page.keyboard.press('Enter')
      await expect(page.getByText('Mọi phiếu đã được xác nhận.')).toBeVisible()
      await go(page, '/sessions/1/closing')
      await expect(page.getByTestId('checklist').locator('[data-open]')).toHaveCount(0)
    },
    'a session locks only without a hole, and unlocks with a reason and a new date': async () => {
      await go(page, '/sessions/1')
      await tab(page, 'Điểm danh')
      for (const code of ['TV07', 'TV08', 'TV09'])
        await page.getByRole('checkbox', { name: new RegExp(code) }).uncheck()
      await tab(page, 'Kết thúc')
      const checklist = page.getByTestId('checklist')
      await expect(checklist.locator('[data-check="quorum"]')).toContainText('còn 1 việc')
      await page.getByRole('button', { name: 'Khóa phiên họp' }).click()
      const dialog = page.getByRole('dialog')
      await expect(dialog).toContainText('Chưa khóa được')
      await expect(dialog.getByRole('button', { name: 'Khóa phiên họp' })).toHaveCount(0)
      await dialog.getByRole('button', { name: 'Đóng' }).last().click()

      // The line leads to the place, by Enter.
      await checklist.getByRole('link', { name: /Có mặt 6, cần ít nhất 7/ }).focus()
      await page.keyboard.press('Enter')
      await expect(page.getByTestId('attendance')).toBeVisible()
      await page.keyboard.press('Alt+c')
      await expect(page.getByRole('link', { name: /Đủ số dự họp: 9\/9/ })).toBeVisible()

      await tab(page, 'Kết thúc')
      await expect(checklist.locator('[data-open]')).toHaveCount(0)
      await page.getByRole('button', { name: 'Khóa phiên họp' }).click()
      await dialog.getByRole('button', { name: 'Khóa phiên họp' }).click()
      const digest = page.getByTestId('digest')
      await expect(digest).toHaveText(/^[0-9a-f]{64}$/)
      const firstDigest = await digest.textContent()
      await tab(page, 'Chương trình')
      await expect(page.getByText('Đã khóa')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Thêm sản phẩm' })).toHaveCount(0)

      await tab(page, 'Kết thúc')
      await page.getByRole('button', { name: 'Mở khóa phiên họp' }).click()
      const unlock = dialog.getByRole('button', { name: 'Mở khóa phiên họp' })
      await expect(unlock).toBeDisabled()
      const whyUnlocked = dialog.getByRole('textbox', { name: 'Lý do mở khóa' })
      await whyUnlocked.fill('. \u200B.')
      await expect(dialog.getByText('Lý do phải có chữ hoặc số')).toBeVisible()
      await expect(unlock).toBeDisabled()
      await whyUnlocked.fill('x'.repeat(2001))
      await expect(dialog.getByText('Dài hơn 2000 ký tự cho phép: bớt 1 ký tự')).toBeVisible()
      await expect(unlock).toBeDisabled()
      await whyUnlocked.fill('Đối chiếu lại phiếu giấy của sản phẩm PT-04')
      await dialog.getByRole('textbox', { name: 'Ngày họp ghi trên văn bản' }).fill('20/11/2026')
      await unlock.click()
      await expect(page.getByText('Đang họp')).toBeVisible()
      await expect(page.getByText('Đợt 2/2026 · 20/11/2026')).toBeVisible()
      const history = page.getByRole('region', { name: 'Các lần khóa và mở khóa' })
      await expect(history.getByText('Đối chiếu lại phiếu giấy của sản phẩm PT-04')).toBeVisible()

      // The digest is of all that papers print: date of the meeting, and that it was unlocked.
      await page.getByRole('button', { name: 'Khóa phiên họp' }).click()
      await dialog.getByRole('button', { name: 'Khóa phiên họp' }).click()
      await expect(digest).toHaveText(/^[0-9a-f]{64}$/)
      await expect(digest).not.toHaveText(firstDigest ?? '')
    },
  })
})

test('no part of a meeting has a grave barrier', async ({ page }) => {
  test.slow()
  await openSample(page)
  await independentSteps({
    'agenda, its drawer and its dialog have no grave barrier': async () => {
      await expectAccessible(page)
      await opener(page, 'PT-06').click()
      await expect(page.getByTestId('item-members')).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await page.keyboard.press('Alt+n')
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectAccessible(page)
    },
    'the regulations have no grave barrier': async () => {
      await go(page, '/councils/1')
      await expect(page.getByTestId('regulation-quorum')).toBeVisible()
      await expectAccessible(page)
    },
    'attendance and its dialog have no grave barrier': async () => {
      await go(page, '/sessions/1')
      await tab(page, 'Điểm danh')
      await page.getByRole('checkbox', { name: /TV09/ }).uncheck()
      await expectAccessible(page)
      await page.getByRole('button', { name: /^TV01:/ }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await page.getByRole('checkbox', { name: /TV09/ }).check()
      await expect(page.getByRole('link', { name: 'Đủ số dự họp: 9/9 (cần 7)' })).toBeVisible()
    },
    'closing an open session has no grave barrier': async () => {
      await go(page, '/sessions/1')
      await tab(page, 'Kết thúc')
      await expect(page.getByTestId('checklist')).toBeVisible()
      await expectAccessible(page)
    },
    'a locked session has no grave barrier': async () => {
      await go(page, '/sessions/1')
      await tab(page, 'Kết thúc')
      await page.getByRole('button', { name: 'Khóa phiên họp' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Khóa phiên họp' }).click()
      await expect(page.getByTestId('digest')).toBeVisible()
      await expectAccessible(page)
    },
  })
})

/** From the start screen to the agenda of the sample session. */
async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Cấp tỉnh, năm 2026/ }).click()
  await page.getByRole('link', { name: /Hội đồng đánh giá, phân hạng sản phẩm OCOP/ }).click()
  await expect(page.getByTestId('agenda')).toBeVisible()
}

async function go(page: Page, path: string): Promise<void> {
  await page.goto(`${page.url().split('#')[0]}#${path}`)
}

const tab = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Các phần của phiên họp' }).getByRole('link', { name }).click()

const opener = (page: Page, code: string): Locator => row(page, code).locator('[data-column=product]')

const row = (page: Page, code: string): Locator => page.getByTestId('agenda').getByRole('row').filter({ hasText: code })

type ChooseInput = {
  page: Page
  select: Locator
  option: string | RegExp
}

async function choose({ page, select, option }: ChooseInput): Promise<void> {
  await select.click()
  await page.getByRole('option', { name: option }).click()
}

type Composition = { readonly ime: CDPSession; readonly steps: readonly string[] }

/** A syllable as an input method builds it, still open. */
async function composeOpen({ ime, steps }: Composition): Promise<void> {
  for (const text of steps) {
    await ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  }
}

/** A syllable as an input method builds it, then written. */
async function compose({ ime, steps }: Composition): Promise<void> {
  await composeOpen({ ime, steps })
  await ime.send('Input.insertText', { text: steps.at(-1) ?? '' })
}
