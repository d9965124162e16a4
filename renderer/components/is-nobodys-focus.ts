/** Whether the focus is where the frame puts it when nothing has it: the page, its content or a screen's title. */
export function isNobodysFocus(active: Element | null): boolean {
  return active === null || active === document.body || active.id === 'content' || active.matches('h1')
}
