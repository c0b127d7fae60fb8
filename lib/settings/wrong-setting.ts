import { OperatorError } from '@/lib/errors';

/** A setting has a wrong value. */
export class WrongSetting extends OperatorError {
  override name = 'WrongSetting';
}
