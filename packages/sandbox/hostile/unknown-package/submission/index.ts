import _ from 'lodash';
export const add = _.add;
