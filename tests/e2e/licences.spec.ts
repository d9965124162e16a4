import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectAccessible } from '../helpers/expect-accessible.ts'
import { expect, test } from './fixtures.ts'
import { openSample } from './open-file.ts'

test(
  'the licences of other people’s software are found and read in the application',
  { tag: '@browser' },
  async ({ page }) => {
    await openSample(page, 'Cấp huyện, năm 2024')
    await page.keyboard.press('Alt+9')
    await page.getByRole('button', { name: 'Giấy phép của phần mềm bên thứ ba' }).click()
    const dialog = page.getByRole('dialog', { name: 'Giấy phép của phần mềm bên thứ ba' })
    const shipped = JSON.parse(readFileSync(join(import.meta.dirname, '../../out/licences.json'), 'utf8')) as object[]
    await expect(dialog.getByRole('status')).toHaveText(`${shipped.length} phần mềm`)
    await expect(dialog.getByLabel('Tìm theo tên hoặc giấy phép')).toBeFocused()
    await page.keyboard.type('tinos OFL')
    await expect(dialog.getByRole('status')).toHaveText('1 phần mềm')
    await dialog.getByText('Tinos', { exact: false }).click()
    await expect(dialog.getByText('SIL OPEN FONT LICENSE', { exact: false }).first()).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  },
)
