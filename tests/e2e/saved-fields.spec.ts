import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { hostClient } from './host-client.ts'
import { holdCalls } from './hosts/share-port.ts'
import { openSample } from './open-file.ts'

type Deed = { readonly does: () => Promise<void>; readonly isSaved: () => Promise<unknown> }

/** The second is saved while the record with the first in it is still on its way back to the screen. */
async function saveBoth(page: Page, reading: string, deeds: readonly Deed[]): Promise<void> {
  const held = await holdCalls(page, reading)
  for (const { does, isSaved } of deeds) {
    await does()
    await expect.poll(isSaved).toBe(true)
  }
  for (const { isSaved } of deeds) expect(await isSaved()).toBe(true)
  await held.release()
}

async function type(page: Page, field: Locator, text: string): Promise<void> {
  await field.fill(text)
  await page.keyboard.press('Tab')
}

async function choose(page: Page, field: Locator, option: string): Promise<void> {
  await field.click()
  await page.getByRole('option', { name: option }).click()
}

test('two fields of one record, the second before the first is seen to be saved, are both kept', async ({
  page,
  host,
}) => {
  test.skip(host.shell === null, 'only a window’s calls are held')
  await openSample(page, 'Cấp huyện, năm 2024')
  const client = await hostClient(page)
  const goTo = (place: string) => page.evaluate((to) => void (location.hash = to), place)
  const session = () => client.sessions.get({ sessionId: 1 })
  const council = async () => client.councils.get({ id: (await session()).councilId })
  const drawer = page.getByRole('dialog')

  await test.step('a product of the agenda', async () => {
    await goTo('/sessions/1')
    await page.getByTestId('agenda').locator('[data-column=product]').first().click()
    await expect(drawer.getByLabel('Số mẫu đã nhận')).toBeVisible()
    const item = async () => (await session()).agenda[0]
    await saveBoth(page, 'sessions/get', [
      {
        does: () => choose(page, drawer.getByRole('combobox', { name: 'Kiểm tra hồ sơ' }), 'Đầy đủ'),
        isSaved: async () => (await item())?.dossierStatus === 'complete',
      },
      {
        does: () => type(page, drawer.getByLabel('Số mẫu đã nhận'), '7'),
        isSaved: async () => (await item())?.samplesReceived === 7,
      },
    ])
  })

  await test.step('a product of the register', async () => {
    const [product] = (await client.products.list({ limit: 1, offset: 0 })).products
    const id = product?.id ?? 0
    await goTo('/products')
    await page.getByRole('table').getByRole('button').first().click()
    await expect(drawer.getByLabel('Xã, phường')).toBeVisible()
    await saveBoth(page, 'products/get', [
      {
        does: () => type(page, drawer.getByLabel('Tên sản phẩm'), 'Tên mới'),
        isSaved: async () => (await client.products.get({ id })).name === 'Tên mới',
      },
      {
        does: () => type(page, drawer.getByLabel('Xã, phường'), 'Xã mới'),
        isSaved: async () => (await client.products.get({ id })).commune === 'Xã mới',
      },
    ])
  })

  await test.step('a council and its regulations', async () => {
    await goTo(`/councils/${(await session()).councilId}`)
    await expect(page.getByLabel('Tên Hội đồng')).toBeVisible()
    await saveBoth(page, 'councils/get', [
      {
        does: () => type(page, page.getByLabel('Tỉnh, thành phố'), 'Phú Thọ mới'),
        isSaved: async () => (await council()).province === 'Phú Thọ mới',
      },
      {
        does: () => type(page, page.getByTestId('regulation-spreadLimit').getByRole('textbox'), '13'),
        isSaved: async () => (await council()).regulation.spreadLimit === 13,
      },
      {
        does: () => page.getByTestId('regulation-quorum').getByRole('switch').click({ force: true }),
        isSaved: async () => (await council()).regulation.quorum.needsChair,
      },
    ])
  })

  await test.step('a member', async () => {
    const member = async () => (await council()).members[1]
    await saveBoth(page, 'councils/get', [
      {
        does: () => type(page, page.getByLabel('Chức vụ, thành viên TV02', { exact: true }), 'Chức vụ mới'),
        isSaved: async () => (await member())?.position === 'Chức vụ mới',
      },
      {
        does: () => type(page, page.getByLabel('Cơ quan, thành viên TV02'), 'Cơ quan mới'),
        isSaved: async () => (await member())?.organisation === 'Cơ quan mới',
      },
    ])
  })

  await test.step('a session', async () => {
    await goTo('/sessions/1/facts')
    await expect(page.getByLabel('Địa điểm')).toBeVisible()
    await saveBoth(page, 'sessions/get', [
      {
        does: () => type(page, page.getByLabel('Địa điểm'), 'Hội trường B'),
        isSaved: async () => (await session()).place === 'Hội trường B',
      },
      {
        does: () => type(page, page.getByTestId('regulation-spreadLimit').getByRole('textbox'), '14'),
        isSaved: async () => (await session()).regulation.spreadLimit === 14,
      },
    ])
  })

  await test.step('a member’s attendance', async () => {
    await goTo('/sessions/1/attendance')
    const row = page.locator('tr[data-member=TV03]')
    const member = async () => (await session()).members.find(({ code }) => code === 'TV03')
    await saveBoth(page, 'sessions/get', [
      {
        does: () => type(page, row.locator('[data-column=arrivedAt]'), '0805'),
        isSaved: async () => (await member())?.arrivedAt === '08:05',
      },
      {
        does: () => type(page, row.locator('[data-column=leftAt]'), '1100'),
        isSaved: async () => (await member())?.leftAt === '11:00',
      },
    ])
  })
})
