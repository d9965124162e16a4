import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { openBoardAgain, reopenFirstBallot } from './first-ballot.ts'
import { expect, test } from './fixtures.ts'
import { openSample } from './open-file.ts'

// The window's own: in a browser the page outlives the application, which `restart.spec.ts` shows.

test('what was acknowledged is there when the window opens again after the machine lost its power', async ({
  host,
  open,
  dataFolder,
}) => {
  test.slow()
  const { page, shell } = host
  await openSample(page, 'Cấp tỉnh, năm 2026')
  await reopenFirstBallot(page)
  await page.keyboard.press('Delete')
  await expect(page.getByTestId('saved')).toHaveText(/^Đã lưu \d\d:\d\d:\d\d$/)
  await shell?.kill()

  const again = await open()
  try {
    await openBoardAgain(again.page, dataFolder)
    await expect(again.page.getByTestId('missing-ballots')).toHaveText(/1 đang chấm dở/)
    expect(again.defects().join('\n')).toBe('')
  } finally {
    await again.stop()
  }
})

test('a file that was renamed while it was open has all that was acknowledged, also where the machine then loses its power', async ({
  host,
  open,
  dataFolder,
}) => {
  test.slow()
  test.skip(process.platform === 'win32', 'Windows lets nobody move a file that is open')
  const { page, shell } = host
  await openSample(page, 'Cấp tỉnh, năm 2026')
  await reopenFirstBallot(page)
  await page.keyboard.press('Delete')
  await expect(page.getByTestId('saved')).toHaveText(/^Đã lưu \d\d:\d\d:\d\d$/)
  renameSync(join(dataFolder, 'Phiên mẫu cấp tỉnh 2026.ocop'), join(dataFolder, 'Tên khác.ocop'))
  await page.keyboard.press('1')
  await expect(page.getByRole('dialog', { name: /không còn ở chỗ cũ/ })).toBeVisible()
  await shell?.kill()

  const again = await open()
  try {
    await openBoardAgain(again.page, dataFolder)
    await expect(again.page.getByTestId('missing-ballots')).toHaveText(/1 đang chấm dở/)
    expect(again.defects().join('\n')).toBe('')
  } finally {
    await again.stop()
  }
})
