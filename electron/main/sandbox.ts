import type { App, Dialog } from 'electron'

/**
 * True where a packaged program was started with the browser engine's sandbox switched off. An AppImage does so by
 * itself on a system that refuses it namespaces, as Ubuntu does from 23.10 on.
 */
export function lacksSandbox({ argv, isPackaged }: { argv: readonly string[]; isPackaged: boolean }): boolean {
  return isPackaged && argv.includes('--no-sandbox')
}

/** Says what helps, on the screen and in the terminal, and ends: no window opens without its sandbox. */
export async function refuseWithoutSandbox(app: App, dialog: Dialog): Promise<void> {
  process.stderr.write(`${remedy}\n`)
  await app.whenReady()
  dialog.showErrorBox('Hội đồng OCOP không mở được cửa sổ', remedy)
  app.exit(1)
}

const remedy =
  'Hệ thống này không cho phép ứng dụng dùng vùng cách ly (sandbox), nên ứng dụng không mở cửa sổ. ' +
  'Cách khắc phục: cài gói .deb của Hội đồng OCOP thay cho tệp AppImage; gói này tự khai báo với AppArmor khi cài đặt.'
