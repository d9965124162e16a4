import { countActs } from './count-acts.ts'
import { expect, test } from './fixtures.ts'
import { createFile } from './open-file.ts'
import { openSession } from './room-phone.ts'
import { agendaRows, excelCells, prepareSession, telex } from './prepare-session.ts'

test('a session is prepared from two blocks of Excel, each taken back by one key', async ({ page, host }) => {
  await createFile(page)
  const acts = await countActs(page)
  const { keyboard } = page
  const { counted, type } = telex(page)
  await prepareSession({ page, host, type }, { members: 9, products: 12 })

  const { keys, clicks } = await acts()
  expect(keys + counted.keys).toBeLessThanOrEqual(60)
  expect(clicks).toBeLessThanOrEqual(12)

  await test.step('one key takes the last deed back, then a block with faults and doubts is shown as such', async () => {
    // A box ticked since then keeps the key from nothing; Enter there opens the product.
    const box = agendaRows(page).first().getByRole('checkbox')
    await box.press('Space')
    await box.press('Enter')
    await expect(page.getByRole('dialog')).toContainText('PT-01')
    await keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await box.press('Space')
    await expect(box).not.toBeChecked()
    await box.press('Control+Z')
    await expect(agendaRows(page).filter({ hasText: '5 mẫu' })).toHaveCount(0)
    await expect(page.getByTestId('notice')).toContainText('Đã hoàn tác')
    await expect(page.getByRole('button', { name: /^Hoàn tác tiếp: Đã ghi 12 sản phẩm/ })).toBeVisible()
    await host.clipboard.write(
      excelCells(
        ['Mã số', 'Tên sản phẩm', 'Chủ thể', 'Số mẫu', 'Bộ sản phẩm'],
        ['PT-02', '', '', 3, ''],
        ['PT-03', '', '', 'ba', ''],
        ['PT-90', 'Sản phẩm mới', 'HTX số 9', 1, 'Thực phẩm'],
        ['', 'II. Đồ uống', '', '', ''],
        ['', 'Trà xanh', 'HTX số 9', 2, '2'],
        ['', 'Trà hoa', '', '', '2'],
        ['', 'Trà xanh', 'HTX số 9', '', '3'],
      ),
    )
    await keyboard.press('Control+V')
    const sum = page.getByTestId('pasted-sum')
    await expect(sum).toHaveText('2 dòng mới1 dòng thay đổi2 dòng cần trả lời1 dòng có lỗi, để lại')
    const dialog = page.getByRole('dialog', { name: 'Dán danh sách sản phẩm' })
    await expect(dialog.getByRole('row').nth(1)).toContainText('Cột Số mẫu, “ba”: không phải số đếm')
    await expect(dialog.getByRole('row').filter({ hasText: 'PT-02' })).toContainText('Số mẫu: 0 → 3')
    await expect(page.getByTestId('pasted-asides')).toContainText('1 dòng để ngoài')
    const aside = dialog.getByRole('checkbox', { name: 'dòng 5 “II. Đồ uống” (tiêu đề nhóm)' })
    await aside.check()
    await expect(sum).toContainText('3 dòng cần trả lời')
    await aside.uncheck()
    await expect(dialog.getByRole('row').filter({ hasText: 'Cùng tên sản phẩm và chủ thể' })).toHaveCount(2)
    await expect(dialog.getByText('Bộ sản phẩm: dòng 6 ghi “2”, dòng này ghi “3”')).toBeVisible()
    await expect(dialog.getByRole('checkbox', { name: 'Ô chủ thể để trống, lấy như dòng 6: HTX số 9' })).toBeChecked()
    // What hinders is said beside the button; the key that would write leads to the first question.
    await expect(dialog.getByRole('button', { name: 'Hãy trả lời ở các dòng cần trả lời trước.' })).toBeVisible()
    await keyboard.press('Enter')
    const set = dialog.getByRole('combobox', { name: 'Bộ sản phẩm của Sản phẩm mới' })
    await expect(set).toBeFocused()
    await set.fill('2')
    await keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Hãy trả lời ở các dòng cần trả lời trước.' }).click()
    await expect(dialog.getByRole('radio', { name: 'Cùng một sản phẩm' })).toBeFocused()
    await keyboard.press('Space')
    await expect(dialog.getByText('Bộ sản phẩm: lấy “2” của dòng 6, bỏ “3” của dòng này')).toBeVisible()
    await expect(sum).toHaveText('3 dòng mới1 dòng thay đổi1 dòng không đổi1 dòng có lỗi, để lại')
    await dialog.getByRole('button', { name: 'Ghi 4 dòng, để lại 1 dòng lỗi' }).click()
    await expect(agendaRows(page)).toHaveCount(15)
    await keyboard.press('Control+Z')
    await expect(agendaRows(page)).toHaveCount(12)
  })

  await test.step('who does not score, and what knocks a product out, come the same way', async () => {
    const sum = page.getByTestId('pasted-sum')
    const first = agendaRows(page).first()
    await host.clipboard.write(
      excelCells(['Mã số', 'TV03', 'TV02'], ['PT-01', '', 'x: Góp vốn'], ['PT-02', 'Vắng mặt', 'có']),
    )
    await keyboard.press('Control+V')
    const away = page.getByRole('dialog', { name: 'Dán danh sách không tham gia chấm, vắng mặt' })
    await expect(sum).toHaveText('1 dòng thay đổi1 dòng có lỗi, để lại')
    await expect(away.getByRole('row').nth(1)).toContainText('Cột TV02 · Người thứ 2 của Hội đồng, “có”')
    await expect(away.getByRole('row').nth(2)).toContainText('Chấm điểm → Không tham gia chấm (Góp vốn)')
    await expect(away.locator(':focus')).toHaveCount(1)
    await keyboard.press('Enter')
    await expect(first).toContainText('Không chấm: TV02')
    await keyboard.press('Control+Z')
    await expect(first).not.toContainText('Không chấm')
    await host.clipboard.write(
      excelCells(['Điều kiện', 'PT-01', 'PT-02'], ['Giả mạo hồ sơ', 'Không đạt: sửa ngày', 'Đạt']),
    )
    await keyboard.press('Control+V')
    const answers = page.getByRole('dialog', { name: 'Dán điều kiện loại hồ sơ' })
    await expect(answers).toContainText('PT-01 · Sản phẩm mẫu 1: (chưa ghi) → Vi phạm: loại hồ sơ (sửa ngày)')
    await expect(answers.locator(':focus')).toHaveCount(1)
    await keyboard.press('Enter')
    await expect(first).toContainText('Bị loại')
    await keyboard.press('Control+Z')
    await expect(first).not.toContainText('Bị loại')
  })

  await test.step('beside the list one product follows the other, the cursor in the same field', async () => {
    const drawer = (name: string) => page.getByRole('dialog', { name })
    await page.getByRole('button', { name: 'PT-11 Sản phẩm mẫu 11' }).press('Enter')
    await drawer('PT-11 · Sản phẩm mẫu 11').getByLabel('Ghi chú hồ sơ').fill('Thiếu phiếu kiểm nghiệm')
    await keyboard.press('Alt+PageDown')
    await expect(drawer('PT-12 · Sản phẩm mẫu 12').getByLabel('Ghi chú hồ sơ')).toBeFocused()
    await expect(drawer('PT-12 · Sản phẩm mẫu 12').getByRole('navigation')).toContainText('12/12')
    await keyboard.press('Alt+PageDown')
    await expect(page.getByText('Đây là mục cuối của danh sách đang hiện.')).toBeVisible()
    await keyboard.press('Alt+PageUp')
    await expect(drawer('PT-11 · Sản phẩm mẫu 11').getByLabel('Ghi chú hồ sơ')).toHaveValue('Thiếu phiếu kiểm nghiệm')
    await keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
})

test('one deed after another is taken back by the same key, also beside an open drawer', async ({ page, host }) => {
  const { sessionId } = await openSession(page)
  await page.evaluate((to) => void (location.hash = to), `/sessions/${sessionId}`)
  const first = agendaRows(page).first()
  await expect(first).toContainText('SP1')
  for (const samples of [3, 4]) {
    await host.clipboard.write(excelCells(['Mã số', 'Số mẫu'], ['SP1', samples]))
    await page.keyboard.press('Control+V')
    await expect(page.getByTestId('pasted-sum')).toHaveText('1 dòng thay đổi')
    await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(first).toContainText(`${samples} mẫu`)
  }
  await page.getByRole('button', { name: 'SP1 Sản phẩm SP1' }).press('Enter')
  await expect(page.getByRole('dialog')).toContainText('SP1')
  await page.keyboard.press('Control+Z')
  await expect(first).toContainText('3 mẫu')
  await expect(page.getByTestId('notice')).toContainText('Hoàn tác tiếp: Đã ghi 1 sản phẩm từ vùng dán.')
  await page.keyboard.press('Control+Z')
  await expect(first).not.toContainText('3 mẫu')
  await expect(page.getByTestId('notice')).not.toContainText('Hoàn tác tiếp')
  await page.keyboard.press('Control+Z')
  await expect(page.getByTestId('notice')).toContainText('Không còn việc nào để hoàn tác')
})
