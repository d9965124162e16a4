import type { MenuItemConstructorOptions } from 'electron'

type MenuTemplateInput = {
  readonly isMac: boolean
  readonly devTools: boolean
  readonly onAbout: () => void
  readonly onReport: () => void
  readonly onGuide: () => void
}

/** The application menu. Roles carry the behaviour; only the words are ours. */
export function menuTemplate({ isMac, devTools, onAbout, onReport, onGuide }: MenuTemplateInput) {
  const separator = { type: 'separator' } satisfies MenuItemConstructorOptions
  const about = { label: 'Giới thiệu Hội đồng OCOP', click: onAbout }
  const report = { label: 'Lưu báo cáo lỗi…', click: onReport }
  // The key is shown here and heard by the page, which alone knows what is in front.
  const guide = { label: 'Hướng dẫn', accelerator: 'F1', registerAccelerator: false, click: onGuide }
  const macMenu = { label: 'Hội đồng OCOP', submenu: [about, separator, ...macAppItems] }
  return [
    ...(isMac ? [macMenu] : []),
    { label: 'Tệp', submenu: [isMac ? { role: 'close', label: 'Đóng cửa sổ' } : { role: 'quit', label: 'Thoát' }] },
    { label: 'Sửa', submenu: editItems },
    { label: 'Xem', submenu: [...viewItems, ...(devTools ? developerItems : [])] },
    ...(isMac ? [macWindowMenu] : []),
    {
      role: 'help',
      label: 'Trợ giúp',
      submenu: isMac ? [guide, report] : [guide, separator, report, separator, about],
    },
  ] satisfies MenuItemConstructorOptions[]
}

const macAppItems = [
  { role: 'hide', label: 'Ẩn Hội đồng OCOP' },
  { role: 'hideOthers', label: 'Ẩn các ứng dụng khác' },
  { role: 'unhide', label: 'Hiện tất cả' },
  { type: 'separator' },
  { role: 'quit', label: 'Thoát Hội đồng OCOP' },
] satisfies MenuItemConstructorOptions[]

const macWindowMenu = {
  role: 'windowMenu',
  label: 'Cửa sổ',
  submenu: [
    { role: 'minimize', label: 'Thu nhỏ vào Dock' },
    { role: 'zoom', label: 'Thu phóng cửa sổ' },
    { type: 'separator' },
    { role: 'front', label: 'Đưa tất cả lên trước' },
  ],
} satisfies MenuItemConstructorOptions

const editItems = [
  { role: 'undo', label: 'Hoàn tác' },
  { role: 'redo', label: 'Làm lại' },
  { type: 'separator' },
  { role: 'cut', label: 'Cắt' },
  { role: 'copy', label: 'Sao chép' },
  { role: 'paste', label: 'Dán' },
  { role: 'selectAll', label: 'Chọn tất cả' },
] satisfies MenuItemConstructorOptions[]

const viewItems = [
  { role: 'resetZoom', label: 'Cỡ chữ mặc định' },
  { role: 'zoomIn', label: 'Phóng to' },
  { role: 'zoomOut', label: 'Thu nhỏ' },
  { type: 'separator' },
  { role: 'togglefullscreen', label: 'Toàn màn hình' },
] satisfies MenuItemConstructorOptions[]

const developerItems = [
  { type: 'separator' },
  { role: 'reload', label: 'Tải lại trang' },
  { role: 'toggleDevTools', label: 'Công cụ phát triển' },
] satisfies MenuItemConstructorOptions[]
