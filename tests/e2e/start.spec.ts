import { expect, test } from './fixtures.ts'

test(
  'the application opens on its start screen, and its address keeps no token',
  { tag: '@browser' },
  async ({ page }) => {
    await expect(page).toHaveTitle(/Hội đồng OCOP/)
    await expect(page.getByRole('heading').first()).toBeVisible()
    expect(page.url()).not.toContain('token')
  },
)

test('a reload keeps the person signed in', { tag: '@browser' }, async ({ page }) => {
  await expect(page.getByRole('heading').first()).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading').first()).toBeVisible()
  await expect(page.getByText('UNAUTHORIZED')).toHaveCount(0)
})
