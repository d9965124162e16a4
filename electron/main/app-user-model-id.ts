/**
 * The name by which Windows knows the window, its taskbar button and its shortcut as one program: `appId` of
 * electron-builder.yml, which the installer gives to the shortcut.
 */
export const appUserModelId = 'vn.hoidongocop.app'
