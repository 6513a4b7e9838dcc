// SPDX-License-Identifier: GPL-3.0-or-later
// A program that links all case-file code, so that tst_links can show that it would notice.
int main()
{
    return 0;
}
