/** A setting has a wrong value; the message is a sentence for the operator. */
export class WrongSetting extends Error {
  override name = 'WrongSetting';
}
