/**
 * `type` of an input for digits that are no number, such as a phone number: in the browser `number` would drop what is
 * pasted with spaces, and leading zeros.
 */
export const digitsKeyboard = (process.env.TARO_ENV === 'h5' ? 'tel' : 'number') as 'number';
