/** A whole number as Vietnamese documents write it: `20.000`. */
export const wholeNumber = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.')
