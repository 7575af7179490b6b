/** Text with LF line ends only: Monaco would count a CR otherwise and two editors would drift apart. */
export function toLf(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
