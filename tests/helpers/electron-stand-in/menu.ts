import { note } from './record.ts'

type Template = readonly {
  readonly label?: string
  readonly role?: string
  readonly type?: string
  readonly submenu?: Template
  readonly click?: () => void
}[]

type Item = {
  readonly label: string
  readonly role: string | undefined
  readonly type: string
  readonly submenu: StandInMenu | undefined
  readonly click: () => void
}

let applicationMenu: StandInMenu | null = null

/** Entries can be clicked; what a role does, only Electron does. */
export class StandInMenu {
  static buildFromTemplate(template: Template): StandInMenu {
    return new StandInMenu(template)
  }
  static setApplicationMenu(menu: StandInMenu | null): void {
    applicationMenu = menu
    note('setApplicationMenu', menu?.template ?? null)
  }
  static getApplicationMenu(): StandInMenu | null {
    return applicationMenu
  }
  readonly template: Template
  readonly items: readonly Item[]
  constructor(template: Template) {
    this.template = template
    this.items = template.map(({ label = '', role, type, submenu, click }) => ({
      label,
      role,
      type: type ?? (submenu === undefined ? 'normal' : 'submenu'),
      submenu: submenu && new StandInMenu(submenu),
      click: () => click?.(),
    }))
  }
  popup({ x, y }: { readonly x?: number; readonly y?: number }): void {
    note('popup', x, y)
  }
}
