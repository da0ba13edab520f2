/** What tests of services need: scenarios, real backing services, the verification of contracts. */
@NullMarked
package vn.hoingo.messaging.test;

import org.jspecify.annotations.NullMarked;
